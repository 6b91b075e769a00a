package org.speechservlet.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.speechservlet.servlet.Deployment;
import org.speechservlet.servlet.WebServer;

/**
 * Two hundred people who dictate one thing after the other, some of whom go away, while both
 * services go wrong now and then. {@code -Dsoak=PT10M} runs it for longer, {@code -Dsoak.seed=7}
 * with the same luck.
 */
final class SoakIT {
  private static final int PEOPLE = 200;
  private static final Duration SOAK =
      Duration.parse(System.getProperty("soak", Duration.ofSeconds(6).toString()));
  private static final long SEED =
      Long.getLong("soak.seed", new SplittableRandom().nextLong(1_000_000));

  private static final boolean IS_SHORT = SOAK.compareTo(Duration.ofMinutes(1)) < 0;

  /** A short soak sees renewals, too. */
  private static final Duration TOKEN_LIFE = Duration.ofSeconds(IS_SHORT ? 5 : 20);

  /**
   * A container still fills its pools of connections after a short warm-up, and answers are kept
   * for uploads: up to 100 KiB a person. A long soak begins after both.
   */
  private static final long MAX_GROWTH_BYTES = IS_SHORT ? PEOPLE * 100L * 1024 : 4 * 1024 * 1024;

  private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
  private final Ledger ledger = new Ledger();
  private final SoakTokens tokens = new SoakTokens(TOKEN_LIFE, SEED, Clock.systemUTC());
  private final SoakSpeechApi api = new SoakSpeechApi(ledger, tokens, SEED);

  @AfterEach
  void stop() {
    people.shutdownNow();
  }

  @Test
  void everyDictation_endsOnce_andLeavesNothing() throws Exception {
    System.out.printf("Soak of %s on %s, -Dsoak.seed=%d%n", SOAK, container(), SEED);
    try (PlayedPeer apiPeer = new PlayedPeer("http", api);
        PlayedPeer tokenPeer = new PlayedPeer("http", tokens);
        WebServer server = WebServer.start(deployment(apiPeer, tokenPeer))) {
      Duration warmUp = SOAK.dividedBy(4);
      dictate(server, warmUp);
      long before = usedHeapBytes(server);
      dictate(server, SOAK.minus(warmUp));
      long after = usedHeapBytes(server);
      print(before, after, server);

      Map<String, Integer> totals = Afterwards.totals(server);
      assertEquals(ledger.begun(), totals.values().stream().mapToInt(Integer::intValue).sum());
      assertEquals(Map.of(), ledger.differences(totals));
      assertTrue(ledger.seen().getOrDefault("200", 0) > ledger.begun() / 2, "few are understood");
      assertTrue(after - before < MAX_GROWTH_BYTES, "the heap grew by " + (after - before));
      server.undeploy();
      Afterwards.awaitNothing("undeployed", () -> Afterwards.threadsOf("soak"));
    }
  }

  private static Deployment deployment(PlayedPeer api, PlayedPeer tokens) {
    return new Deployment("/soak", "/speech/*")
        .with("speech.token-uri", tokens.uri("/token").toString())
        .with("speech.recognition-uri", api.uri("/speech").toString())
        .with("speech.key", "a-key-of-the-tests")
        .with("speech.response-timeout", IS_SHORT ? "PT4S" : "PT10S")
        .with("speech.upload-idle-timeout", IS_SHORT ? "PT2S" : "PT5S");
  }

  private static String container() {
    return System.getProperty("container", "jetty");
  }

  private void dictate(WebServer server, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    List<Future<?>> running = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(SEED + ledger.begun());
    for (int i = 0; i < PEOPLE; i++) {
      SoakBrowser browser = new SoakBrowser(server, ledger, random.split());
      running.add(
          people.submit(
              () -> {
                while (System.nanoTime() < end) {
                  browser.dictate();
                }
                return null;
              }));
    }
    for (Future<?> person : running) {
      person.get();
    }
    Afterwards.awaitNothing("in the servlet", () -> Afterwards.heldBy(server, 0));
    Afterwards.awaitNothing("in the container", () -> Afterwards.heldByContainer(server));
  }

  private static long usedHeapBytes(WebServer server) throws Exception {
    if (!IS_SHORT) {
      Afterwards.awaitNothing("kept", () -> Afterwards.answersKeptBy(server));
    }
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void print(long before, long after, WebServer server) throws Exception {
    System.out.printf(
        "%d dictations on %s, %d at once, in %s: %s, left by their browsers: %d; the servlet counts"
            + " %s; requests upstream: %d, tokens: %d, of which came too late: %d; live heap after"
            + " %s %d KiB, at the end %d KiB%n",
        ledger.begun(),
        container(),
        PEOPLE,
        SOAK,
        ledger.seen(),
        ledger.leftAlone(),
        Afterwards.totals(server),
        ledger.requestsUpstream(),
        tokens.issued(),
        api.expiredTokens(),
        SOAK.dividedBy(4),
        before / 1024,
        after / 1024);
  }
}
