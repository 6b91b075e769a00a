package org.speechservlet.local;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a {@link LocalSpeechService} runs. Start from {@link #defaults()} and change what differs:
 *
 * <pre>{@code
 * LocalSpeechOptions.defaults().withPort(5000).withTokenLife(Duration.ofSeconds(20))
 * }</pre>
 *
 * @param host the address to bind, loopback by default
 * @param port the port to bind; 0 takes any free one
 * @param keys the keys that are accepted; when empty, any key that is not empty is
 * @param tokenLife how long an issued token is accepted
 * @param idleTimeout how long a client may send nothing, or take nothing of the answer
 * @param requestTimeout how long a client may take to send one request's audio
 * @param maxAudio how much audio of one request is heard; what follows is read and dropped
 * @param clock tells when tokens and faults end
 */
public record LocalSpeechOptions(
    String host,
    int port,
    List<String> keys,
    Duration tokenLife,
    Duration idleTimeout,
    Duration requestTimeout,
    Duration maxAudio,
    Clock clock) {

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final LocalSpeechOptions DEFAULTS =
      new LocalSpeechOptions(
          "127.0.0.1",
          0,
          List.of(),
          Duration.ofMinutes(10),
          Duration.ofSeconds(20),
          Duration.ofMinutes(5),
          Duration.ofSeconds(60),
          Clock.systemUTC());

  /** Checks everything; the message of the exception names every problem at once. */
  public LocalSpeechOptions {
    keys = List.copyOf(keys);
    List<String> problems = new ArrayList<>();
    if (host.isBlank()) {
      problems.add("the host is empty; give an address such as 127.0.0.1");
    }
    if (port < 0 || port > 65_535) {
      problems.add("the port is " + port + "; give 0 (any free port) to 65535");
    }
    if (keys.size() > 2 || keys.stream().anyMatch(String::isBlank)) {
      problems.add("there are more than two keys, or one is empty; give none to accept any key");
    }
    checkRange(problems, "token life", tokenLife);
    checkRange(problems, "idle timeout", idleTimeout);
    checkRange(problems, "request timeout", requestTimeout);
    checkRange(problems, "longest audio", maxAudio);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  private static void checkRange(List<String> problems, String name, Duration value) {
    if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
      problems.add("the " + name + " is " + value + "; give " + SHORTEST + " to " + LONGEST);
    }
  }

  /** Loopback, any free port, any key, tokens of 10 minutes, at most 60 seconds of audio. */
  public static LocalSpeechOptions defaults() {
    return DEFAULTS;
  }

  /** The same, bound to this address. Others than loopback let other machines in. */
  public LocalSpeechOptions withHost(String value) {
    return new LocalSpeechOptions(
        value, port, keys, tokenLife, idleTimeout, requestTimeout, maxAudio, clock);
  }

  /** The same, bound to this port; 0 takes any free one. */
  public LocalSpeechOptions withPort(int value) {
    return new LocalSpeechOptions(
        host, value, keys, tokenLife, idleTimeout, requestTimeout, maxAudio, clock);
  }

  /** The same, with the keys that are accepted, at most a primary and a secondary one. */
  public LocalSpeechOptions withKeys(String... values) {
    return new LocalSpeechOptions(
        host, port, List.of(values), tokenLife, idleTimeout, requestTimeout, maxAudio, clock);
  }

  /** The same, with another life of the tokens. */
  public LocalSpeechOptions withTokenLife(Duration value) {
    return new LocalSpeechOptions(
        host, port, keys, value, idleTimeout, requestTimeout, maxAudio, clock);
  }

  /** The same, with another idle timeout. */
  public LocalSpeechOptions withIdleTimeout(Duration value) {
    return new LocalSpeechOptions(
        host, port, keys, tokenLife, value, requestTimeout, maxAudio, clock);
  }

  /** The same, with another limit for one upload's time. */
  public LocalSpeechOptions withRequestTimeout(Duration value) {
    return new LocalSpeechOptions(host, port, keys, tokenLife, idleTimeout, value, maxAudio, clock);
  }

  /** The same, with another limit for the audio that is heard. */
  public LocalSpeechOptions withMaxAudio(Duration value) {
    return new LocalSpeechOptions(
        host, port, keys, tokenLife, idleTimeout, requestTimeout, value, clock);
  }

  /** The same, with another clock. */
  public LocalSpeechOptions withClock(Clock value) {
    return new LocalSpeechOptions(
        host, port, keys, tokenLife, idleTimeout, requestTimeout, maxAudio, value);
  }

  /** Everything but the keys. */
  @Override
  public String toString() {
    return "LocalSpeechOptions[host=%s, port=%d, keys=<%d set>, tokenLife=%s, idleTimeout=%s, requestTimeout=%s, maxAudio=%s]"
        .formatted(host, port, keys.size(), tokenLife, idleTimeout, requestTimeout, maxAudio);
  }
}
