package org.speechservlet.local.accuracy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The command line.
 *
 * @param folder holds {@code manifest.tsv} and the recordings that it names
 * @param use only recordings with this {@code use} are taken; empty takes all
 * @param languageTag what the engine is asked for; only recordings in its language are taken
 * @param engine the engine's short name
 */
record AccuracyOptions(Path folder, Optional<String> use, String languageTag, String engine) {

  static final String USAGE =
      """
      Usage: java -cp ... org.speechservlet.local.accuracy.AccuracyCommand [options] FOLDER

      FOLDER holds manifest.tsv: tab-separated, with a header line that names at least the columns
      file and transcript; language and use are understood, others ignored. Recordings are WAV
      (PCM, 16 bit, mono, 16 kHz) or Ogg/Opus.

        --use=USE         takes the rows whose use is USE (default: wer)
        --all             takes all rows that have a transcript or the use empty
        --language=TAG    the language to ask the engine for (default: en-US)
        --engine=NAME     the engine (default: sphinx)""";

  static AccuracyOptions parse(List<String> args) {
    List<String> folders = args.stream().filter(arg -> !arg.startsWith("--")).toList();
    List<String> flags = args.stream().filter(arg -> arg.startsWith("--")).toList();
    if (folders.size() != 1) {
      throw new IllegalArgumentException("Name one folder\n\n" + USAGE);
    }
    AccuracyOptions options =
        new AccuracyOptions(Path.of(folders.get(0)), Optional.of("wer"), "en-US", "sphinx");
    for (String flag : flags) {
      options = options.with(flag);
    }
    return options;
  }

  private AccuracyOptions with(String flag) {
    String value = flag.substring(flag.indexOf('=') + 1);
    return switch (flag.substring(0, flag.length() - value.length())) {
      case "--use=" -> new AccuracyOptions(folder, Optional.of(value), languageTag, engine);
      case "--language=" -> new AccuracyOptions(folder, use, value, engine);
      case "--engine=" -> new AccuracyOptions(folder, use, languageTag, value);
      default -> withAll(flag);
    };
  }

  private AccuracyOptions withAll(String flag) {
    if (!flag.equals("--all")) {
      throw new IllegalArgumentException("There is no option " + flag + "\n\n" + USAGE);
    }
    return new AccuracyOptions(folder, Optional.empty(), languageTag, engine);
  }

  /** The recordings of the manifest that were asked for, in its order. */
  List<Recording> choose(List<Recording> all) {
    List<Recording> chosen = all.stream().filter(this::isChosen).toList();
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "None of the " + all.size() + " recordings in " + folder + " fits " + describe());
    }
    return chosen;
  }

  private boolean isChosen(Recording recording) {
    return recording.isIn(languageTag)
        && use.map(recording.use()::equals).orElseGet(recording::isReferenceKnown);
  }

  private String describe() {
    return "language " + languageTag + use.map(value -> " and use " + value).orElse("");
  }
}
