package org.speechservlet.benchmarks.load;

import org.speechservlet.benchmarks.audio.BodyLayout;

/** What is asked of a target at once. */
public sealed interface Load permits LiveLoad, FileLoad {

  /** How it is called on the command line and in the table. */
  String name();

  /** How its uploads look to the upstream. */
  BodyLayout layout();

  /** How many are open at once. */
  int streams();

  /** How many uploads it has in all. */
  int uploads();

  /** A shorter one of the same kind, which runs before anything is measured. */
  Load warmUp();

  /** A few of the same kind, after which everything is loaded that serves them. */
  Load touch();

  /**
   * The load of that name: its kind and how many at once, such as {@code paced-500}.
   *
   * @throws IllegalArgumentException if there is none, with those that there are
   */
  static Load named(String name) {
    int dash = name.lastIndexOf('-');
    String kind = name.substring(0, Math.max(0, dash));
    if (!name.matches("[a-z]+-[0-9]{1,5}")) {
      throw unknown(name);
    }
    int count = Integer.parseInt(name.substring(dash + 1));
    return switch (kind) {
      case "paced" -> LiveLoad.paced(count);
      case "smoke" -> LiveLoad.smoke(count);
      case "opus" -> LiveLoad.opus(count);
      case "paused" -> LiveLoad.paused(count);
      case "resumable" -> LiveLoad.resumable(count);
      case "files" -> FileLoad.files(count);
      case "short" -> FileLoad.clips(count);
      default -> throw unknown(name);
    };
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException(
        "There is no load "
            + name
            + "; there are smoke-N, paced-N, opus-N, paused-N, resumable-N, files-N and short-N, where N is"
            + " how many at once, such as paced-500");
  }
}
