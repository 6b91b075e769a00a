package org.speechservlet.local.cli;

import java.util.List;
import java.util.Optional;
import org.speechservlet.local.EngineOptions;
import org.speechservlet.local.LocalSpeechOptions;

/**
 * What a command line asks for.
 *
 * @param service how the service runs
 * @param engine what the engine loads
 * @param engineName which engine; the first one found when empty
 * @param logLevel how much is logged
 */
record CommandLine(
    LocalSpeechOptions service,
    EngineOptions engine,
    Optional<String> engineName,
    LogLevel logLevel) {

  /** The port on which speech containers listen. */
  private static final int DEFAULT_PORT = 5000;

  private static final String DEFAULT_LANGUAGE = "en-US";
  private static final int DEFAULT_RECOGNIZERS = 2;

  /**
   * Reads options of the form {@code --name value} or {@code --name=value}.
   *
   * @throws UsageException when anything is wrong, with everything that is
   */
  static CommandLine parse(List<String> args) throws UsageException {
    OptionReader options = new OptionReader(args);
    LocalSpeechOptions service = service(options);
    EngineOptions engine =
        new EngineOptions(
            options.languages("--language", DEFAULT_LANGUAGE),
            options.number("--recognizers", 1, 1_000).orElse(DEFAULT_RECOGNIZERS));
    LogLevel logLevel = options.logLevel("--log").orElse(LogLevel.INFO);
    options.requireWith("--secondary-key", "--key");
    options.throwProblems();
    return new CommandLine(service, engine, options.text("--engine"), logLevel);
  }

  private static LocalSpeechOptions service(OptionReader options) {
    LocalSpeechOptions service =
        LocalSpeechOptions.defaults()
            .withPort(options.number("--port", 0, 65_535).orElse(DEFAULT_PORT))
            .withKeys(options.texts("--key", "--secondary-key").toArray(String[]::new));
    service = options.text("--host").map(service::withHost).orElse(service);
    service = options.duration("--token-life").map(service::withTokenLife).orElse(service);
    service = options.duration("--idle-timeout").map(service::withIdleTimeout).orElse(service);
    service =
        options.duration("--request-timeout").map(service::withRequestTimeout).orElse(service);
    return options.duration("--max-audio").map(service::withMaxAudio).orElse(service);
  }
}
