package org.speechservlet.local.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.speechservlet.local.LocalSpeechService;
import org.speechservlet.local.SpeechEngine;
import org.speechservlet.local.SpeechEngineProvider;

/** Starts the service as a command line asks for, and tells the operator what came of it. */
final class Launcher {

  private static final int EXIT_FINE = 0;
  private static final int EXIT_CANNOT_START = 1;
  private static final int EXIT_WRONG_OPTIONS = 2;

  private final List<SpeechEngineProvider> engines = new ArrayList<>();
  private final PrintStream out;
  private final PrintStream err;

  /**
   * @param engines the engines that there are, the preferred one first
   */
  Launcher(Iterable<SpeechEngineProvider> engines, PrintStream out, PrintStream err) {
    engines.forEach(this.engines::add);
    this.out = out;
    this.err = err;
  }

  Launch launch(String... args) {
    if (List.of(args).contains("--help")) {
      out.print(Usage.TEXT);
      return new Launch.Finished(EXIT_FINE);
    }
    try {
      return start(CommandLine.parse(List.of(args)));
    } catch (UsageException e) {
      err.println(e.getMessage());
      err.println("Try --help.");
      return new Launch.Finished(EXIT_WRONG_OPTIONS);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      err.println("The local Speech service cannot start: " + e.getMessage());
      return new Launch.Finished(EXIT_CANNOT_START);
    }
  }

  private Launch start(CommandLine commandLine) throws UsageException, IOException {
    SpeechEngineProvider provider = choose(commandLine);
    ConsoleLog.configure(commandLine.logLevel());
    out.println("Loading the recognizer " + provider.name() + " ...");
    SpeechEngine engine = provider.create(commandLine.engine());
    try {
      LocalSpeechService service = LocalSpeechService.start(commandLine.service(), engine);
      StartReport.print(out, service, commandLine.service(), engine);
      return new Launch.Running(service);
    } catch (IOException | RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  private SpeechEngineProvider choose(CommandLine commandLine) throws UsageException {
    if (engines.isEmpty()) {
      throw new IllegalStateException(
          "there is no recognizer on the class path; add a JAR with a SpeechEngineProvider");
    }
    if (commandLine.engineName().isEmpty()) {
      return engines.get(0);
    }
    String name = commandLine.engineName().get();
    return engines.stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UsageException("--engine is " + name + "; there is " + names()));
  }

  private String names() {
    return String.join(", ", engines.stream().map(SpeechEngineProvider::name).toList());
  }
}
