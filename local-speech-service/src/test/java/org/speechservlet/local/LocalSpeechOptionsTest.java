package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.speechservlet.local.audio.Failures.messageOf;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LocalSpeechOptionsTest {

  @Test
  void constructor_severalProblems_namesThemAll() {
    String message =
        messageOf(
            IllegalArgumentException.class,
            () ->
                new LocalSpeechOptions(
                    " ",
                    70_000,
                    List.of("a", ""),
                    Duration.ZERO,
                    Duration.ofSeconds(-1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Clock.systemUTC()));
    assertEquals(
        "the host is empty; give an address such as 127.0.0.1; "
            + "the port is 70000; give 0 (any free port) to 65535; "
            + "there are more than two keys, or one is empty; give none to accept any key; "
            + "the token life is PT0S; give PT0.001S to PT24H; "
            + "the idle timeout is PT-1S; give PT0.001S to PT24H",
        message);
  }

  @Test
  void withKeys_three_isRefused() {
    LocalSpeechOptions options = LocalSpeechOptions.defaults();
    assertThrows(IllegalArgumentException.class, () -> options.withKeys("a", "b", "c"));
  }

  @Test
  void with_eachSetting_changesThatOneOnly() {
    LocalSpeechOptions options =
        LocalSpeechOptions.defaults()
            .withHost("::1")
            .withPort(1)
            .withKeys("k")
            .withTokenLife(Duration.ofSeconds(2))
            .withIdleTimeout(Duration.ofSeconds(3))
            .withRequestTimeout(Duration.ofSeconds(4))
            .withMaxAudio(Duration.ofSeconds(5));
    assertEquals(
        "LocalSpeechOptions[host=::1, port=1, keys=<1 set>, tokenLife=PT2S, idleTimeout=PT3S,"
            + " requestTimeout=PT4S, maxAudio=PT5S]",
        options.toString());
  }

  @Test
  void transcript_confidenceOutOfRange_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Transcript("a", List.of(), 1.1));
    assertThrows(IllegalArgumentException.class, () -> new Transcript("a", List.of(), Double.NaN));
  }

  @Test
  void engineOptions_nothingToLoad_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new EngineOptions(List.of(), 1));
    assertThrows(IllegalArgumentException.class, () -> new EngineOptions(List.of("en-US"), 0));
  }
}
