package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.speechservlet.config.AuthMode;
import org.speechservlet.config.AuthSettings;
import org.speechservlet.config.ConnectionSettings;
import org.speechservlet.config.KeySetting;

/** One question to the token service, over a real socket, and what it tells. */
final class TokenTrialIT {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final ConnectionSettings CONNECTION =
      new ConnectionSettings(
          Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), null);

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() throws InterruptedException {
    threads.shutdown();
    assertTrue(threads.awaitTermination(20, TimeUnit.SECONDS), "a thread is still busy");
  }

  private TokenTrial trial(URI tokenUri) {
    AuthSettings auth =
        new AuthSettings(
            AuthMode.TOKEN, tokenUri, new KeySetting.Text("the-key"), null, Duration.ofMinutes(6));
    return new TokenTrial(auth, CONNECTION, threads, CLOCK);
  }

  @Test
  void goodKey_isGrantedATokenWithItsLife() throws Exception {
    try (TokenPeer peer = new TokenPeer(TokenPeer.giving("a.b.c"))) {
      TokenTrial.Granted granted =
          assertInstanceOf(TokenTrial.Granted.class, trial(peer.uri()).ask().get());

      assertEquals("Bearer a.b.c", granted.authorization().headerValue());
      assertEquals(Duration.ofMinutes(10), granted.lifetime());
    }
  }

  @Test
  void wrongKey_isDeniedInTheWordsOfARenewal() throws Exception {
    try (TokenPeer peer = new TokenPeer(TokenPeer.answering(401, "", "the-key is wrong"))) {
      TokenTrial.Denied denied =
          assertInstanceOf(TokenTrial.Denied.class, trial(peer.uri()).ask().get());

      assertEquals("HTTP 401", denied.failure().event());
      assertTrue(denied.failure().explanation().contains("Keys and Endpoint"));
      assertFalse(denied.toString().contains("the-key"), denied.toString());
    }
  }

  @Test
  void clockThatIsOff_isToldEvenOfARefusal() throws Exception {
    try (TokenPeer peer =
        new TokenPeer(TokenPeer.answering(401, "Date: Sun, 01 Mar 2026 11:50:00 GMT\r\n", ""))) {
      TokenTrial trial = trial(peer.uri());
      assertNull(trial.clockComplaint());

      trial.ask().get();

      String complaint = String.valueOf(trial.clockComplaint());
      assertTrue(complaint.contains("600 s ahead"), complaint);
    }
  }

  @Test
  void clockThatIsRight_isNotToldOf() throws Exception {
    try (TokenPeer peer =
        new TokenPeer(
            TokenPeer.answering(200, "Date: Sun, 01 Mar 2026 11:59:30 GMT\r\n", "a.b.c"))) {
      TokenTrial trial = trial(peer.uri());

      trial.ask().get();

      assertNull(trial.clockComplaint());
    }
  }

  @Test
  void trial_thatIsCancelled_endsItsExchange() throws Exception {
    try (TokenPeer peer = new TokenPeer(TokenPeer.giving("a.b.c"))) {
      CountDownLatch asked = new CountDownLatch(1);
      TokenPeer.Manner silence = peer.silence();
      peer.behave(
          (head, socket) -> {
            asked.countDown();
            silence.serve(head, socket);
          });
      CompletableFuture<TokenTrial.Outcome> outcome = trial(peer.uri()).ask();
      asked.await();

      outcome.cancel(true);

      assertTrue(peer.wasCut());
    }
  }

  @Test
  void connectionThatFails_isToldInTheWordsOfARenewal() {
    URI uri = URI.create("https://token.example:8443/");
    assertTrue(
        TokenFailure.ofConnection(uri, new UnknownHostException("x")).cause().contains("resolved"));
    assertTrue(TokenFailure.ofConnection(uri, new ConnectException("x")).cause().contains(":8443"));
    assertTrue(
        TokenFailure.ofConnection(uri, new NoRouteToHostException("x"))
            .cause()
            .contains("firewall"));
    assertTrue(
        TokenFailure.ofConnection(uri, new SSLException("x")).remedy().contains("trustStore"));
  }
}
