package org.speechservlet.fault;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.speechservlet.upstream.ScriptedConnection;

/** Issues tokens that live for a short time, and fails now and then. Thread-safe. */
final class SoakTokens implements PlayedPeer.Part {
  private static final int FAILURES_IN_A_HUNDRED = 20;

  private final Duration life;
  private final long seed;
  private final Clock clock;
  private final Map<String, Long> endSeconds = new ConcurrentHashMap<>();

  SoakTokens(Duration life, long seed, Clock clock) {
    this.life = life;
    this.seed = seed;
    this.clock = clock;
  }

  @Override
  public void play(ScriptedConnection connection, int number) throws Exception {
    connection.readHead();
    int luck = new SplittableRandom(seed + number).nextInt(100);
    if (number > 0 && luck < FAILURES_IN_A_HUNDRED) {
      fail(connection, luck);
    } else {
      connection.answer(200, issue(number));
    }
    connection.awaitEnd();
  }

  private static void fail(ScriptedConnection connection, int luck) throws Exception {
    switch (luck % 4) {
      case 0 -> connection.answer(503, "");
      case 1 -> connection.reset();
      case 2 -> connection.answer(500, "");
      default -> connection.endOutput();
    }
  }

  private String issue(int number) {
    long end = clock.instant().getEpochSecond() + life.toSeconds();
    String token = base64("{}") + "." + base64("{\"exp\":" + end + "}") + ".signature" + number;
    endSeconds.put("Bearer " + token, end);
    return token;
  }

  private static String base64(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether this is a token that has not ended. */
  boolean isGood(String authorization) {
    return endSeconds.getOrDefault(authorization, 0L) > clock.instant().getEpochSecond();
  }

  int issued() {
    return endSeconds.size();
  }
}
