package org.speechservlet.local.accuracy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.speechservlet.local.EngineOptions;
import org.speechservlet.local.SpeechEngine;
import org.speechservlet.local.SpeechEngineProvider;

/**
 * Recognizes every recording that a folder's {@code manifest.tsv} lists, and prints word errors,
 * time and memory. See {@link AccuracyOptions#USAGE}.
 *
 * <p>Ends with status 0 when every chosen recording was recognized, however badly; with 2 when the
 * command line or a file is wrong.
 */
public final class AccuracyCommand {

  private final AccuracyOptions options;
  private final PrintStream out;

  private AccuracyCommand(AccuracyOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Runs the command in this process, whose CPU time it counts. */
  public static void main(String[] args) {
    try {
      run(List.of(args), System.out);
    } catch (IllegalArgumentException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  static void run(List<String> args, PrintStream out) throws IOException {
    new AccuracyCommand(AccuracyOptions.parse(args), out).run();
  }

  private void run() throws IOException {
    List<Recording> recordings = options.choose(Manifest.read(options.folder()));
    long start = System.nanoTime();
    try (SpeechEngine engine = provider().create(engineOptions())) {
      out.printf(
          "%s, loaded in %.1f s; %d recordings of %s%n",
          engine.description(),
          (System.nanoTime() - start) / 1e9,
          recordings.size(),
          options.folder());
      recognize(engine, recordings);
    }
  }

  private void recognize(SpeechEngine engine, List<Recording> recordings) throws IOException {
    Listener listener = new Listener(engine, options.languageTag(), System::nanoTime);
    AccuracyReport report = new AccuracyReport(out);
    for (Recording recording : recordings) {
      Path file = options.folder().resolve(recording.file());
      report.add(recording, listener.listen(SampleFile.read(file)));
    }
    report.printTotals();
  }

  private EngineOptions engineOptions() {
    return new EngineOptions(List.of(options.languageTag()), 1);
  }

  private SpeechEngineProvider provider() {
    List<SpeechEngineProvider> providers =
        ServiceLoader.load(SpeechEngineProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return providers.stream()
        .filter(provider -> provider.name().equals(options.engine()))
        .findFirst()
        .orElseThrow(() -> unknownEngine(providers));
  }

  private IllegalArgumentException unknownEngine(List<SpeechEngineProvider> providers) {
    List<String> names = providers.stream().map(SpeechEngineProvider::name).toList();
    return new IllegalArgumentException(
        "There is no engine " + options.engine() + "; there are " + names);
  }
}
