package org.speechservlet.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.speechservlet.local.audio.Failures.messageOf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.speechservlet.local.EngineOptions;

final class CommandLineTest {

  @Test
  void parse_nothing_isLoopbackOnPort5000WithAnyKey() throws Exception {
    CommandLine commandLine = parse();
    assertEquals("127.0.0.1", commandLine.service().host());
    assertEquals(5000, commandLine.service().port());
    assertEquals(List.of(), commandLine.service().keys());
    assertEquals(Duration.ofMinutes(10), commandLine.service().tokenLife());
    assertEquals(new EngineOptions(List.of("en-US"), 2), commandLine.engine());
    assertEquals(Optional.empty(), commandLine.engineName());
    assertEquals(LogLevel.INFO, commandLine.logLevel());
  }

  @Test
  void parse_everything_isWhatWasAskedFor() throws Exception {
    CommandLine commandLine =
        parse(
            "--port",
            "0",
            "--host=0.0.0.0",
            "--key",
            "a=b",
            "--secondary-key",
            "c",
            "--token-life",
            "PT20S",
            "--idle-timeout=PT1S",
            "--request-timeout=PT2S",
            "--max-audio",
            "PT30S",
            "--language",
            "en-us,de-DE",
            "--recognizers",
            "4",
            "--engine",
            "other",
            "--log=debug");
    assertEquals(0, commandLine.service().port());
    assertEquals("0.0.0.0", commandLine.service().host());
    assertEquals(List.of("a=b", "c"), commandLine.service().keys());
    assertEquals(Duration.ofSeconds(20), commandLine.service().tokenLife());
    assertEquals(Duration.ofSeconds(1), commandLine.service().idleTimeout());
    assertEquals(Duration.ofSeconds(2), commandLine.service().requestTimeout());
    assertEquals(Duration.ofSeconds(30), commandLine.service().maxAudio());
    assertEquals(new EngineOptions(List.of("en-US", "de-DE"), 4), commandLine.engine());
    assertEquals(Optional.of("other"), commandLine.engineName());
    assertEquals(LogLevel.DEBUG, commandLine.logLevel());
  }

  @ParameterizedTest
  @CsvSource({
    "--prot, --prot is no option",
    "--port, --port has no value",
    "--port --key, --port has no value",
    "--key=, --key has an empty value",
    "--port=1 --port=2, --port is given twice",
    "--port=65536, --port is 65536; give 0 to 65535",
    "--port=http, --port is http; give 0 to 65535",
    "--recognizers=0, --recognizers is 0; give 1 to 1000",
    "--token-life=20, --token-life is 20; give a duration of PT0.001S to PT24H%as PT20S",
    "--token-life=PT0S, --token-life is PT0S; give a duration of PT0.001S to PT24H%as PT20S",
    "--language=en_US, --language is en_US; give BCP 47 tags%as en-US",
    "--language=, --language has an empty value",
    "--log=loud, --log is loud; give off%warn%info or debug",
    "--secondary-key=b, --secondary-key is given without --key",
  })
  void parse_wrongOption_saysWhatIsWrong(String args, String message) {
    String actual = messageOf(UsageException.class, () -> parse(args.split(" ", -1)));
    assertEquals(message.replace("%", ", "), actual.lines().findFirst().orElse(""));
  }

  @Test
  void parse_severalProblems_saysThemAll() {
    String message =
        messageOf(UsageException.class, () -> parse("--port", "x", "--nonsense", "--log", "y"));
    assertEquals(
        "--nonsense is no option\n--port is x; give 0 to 65535\n"
            + "--log is y; give off, warn, info or debug",
        message);
  }

  @Test
  void parse_keyWithAProblemElsewhere_isNotPrinted() {
    String message = messageOf(UsageException.class, () -> parse("--key", "secret", "--port", "x"));
    assertFalse(message.contains("secret"));
  }

  private static CommandLine parse(String... args) throws UsageException {
    return CommandLine.parse(List.of(args));
  }
}
