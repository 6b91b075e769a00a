package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.speechservlet.metrics.SpeechMXBean;

/** What JMX and Micrometer tell of a servlet that runs. */
@NullUnmarked // each test starts what it needs
class MonitoringIT {
  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private Set<ObjectName> before;
  private Fixture fixture;
  private SpeechMXBean bean;

  @BeforeEach
  void start() throws Exception {
    Metrics.addRegistry(registry);
    before = names();
    fixture = new Fixture(new Deployment());
    fixture.get("status"); // A container initialises the servlet with its first request.
    bean = JMX.newMXBeanProxy(SERVER, newName(), SpeechMXBean.class);
  }

  @AfterEach
  void stop() {
    fixture.close();
    Metrics.removeRegistry(registry);
  }

  private static Set<ObjectName> names() throws Exception {
    return SERVER.queryNames(new ObjectName("org.speechservlet:*"), null);
  }

  /** The one that has come since the last look. */
  private ObjectName newName() throws Exception {
    Set<ObjectName> added = new HashSet<>(names());
    added.removeAll(before);
    before = names();
    assertEquals(1, added.size(), added.toString());
    return added.iterator().next();
  }

  private JsonObject status() throws Exception {
    return Fixture.json(fixture.get("status").body());
  }

  @Test
  void recognitionsThatEnded_areTheSameInStatusJmxAndMicrometer() throws Exception {
    fixture.post(Tone.wav(1), "Content-Type", "audio/wav");
    fixture.post(Tone.wav(1), "Content-Type", "audio/wav");
    fixture.post(new byte[] {1, 2, 3}, "Content-Type", "audio/wav");
    fixture.assertNothingInFlight();

    Map<String, Long> outcomes = bean.getRecognitionsByOutcome();
    JsonObject totals = status().getJsonObject("recognitions").getJsonObject("totals");
    assertEquals(2, outcomes.get("Success"));
    assertEquals(totals.keySet(), outcomes.keySet());
    outcomes.forEach(
        (outcome, count) -> {
          assertEquals(totals.getInt(outcome), count.intValue());
          assertEquals(
              count, registry.get("speech.recognition").tag("outcome", outcome).timer().count());
        });
    assertEquals(2.0, bean.getAudioSeconds(), 0.01);
    assertEquals(2.0, registry.get("speech.audio").timer().totalTime(TimeUnit.SECONDS), 0.01);
    assertEquals(3, registry.get("speech.answer").timer().count());
    assertEquals(2, registry.get("speech.first.byte").timer().count());
  }

  @Test
  void bytes_areThoseOfTheUploadAndOfTheAudioMadeOfIt() throws Exception {
    byte[] wav = Tone.wav(1);
    fixture.post(wav, "Content-Type", "audio/wav");
    fixture.assertNothingInFlight();

    assertEquals(wav.length, bean.getReceivedBytes());
    assertEquals(fixture.api.next().body().length, bean.getSentBytes());
    assertEquals(wav.length, registry.get("speech.received").functionCounter().count());
  }

  @Test
  void rejection_isTold_withItsReason() throws Exception {
    fixture.post(new byte[] {1, 2, 3}, "Content-Type", "audio/wav");
    fixture.post(Tone.wav(1), "Content-Type", "audio/wav", "Sec-Fetch-Site", "cross-site");
    fixture.assertNothingInFlight();

    assertEquals(1, bean.getRejectedByReason().get("cross-site"));
    assertEquals(
        1,
        registry.get("speech.recognitions.rejected").tag("reason", "cross-site").counter().count());
  }

  @Test
  void liveUpload_whileItGoesOn_isTold() throws Exception {
    byte[] wav = Tone.wav(1);
    UploadClient client = UploadClient.create(fixture, UploadClient.part(wav, 0, 8000));

    assertEquals(1, bean.getLiveUploads());
    assertEquals(1, bean.getWaitingUploads());
    assertEquals(1, bean.getRecognitionsInFlight());
    assertEquals(1, bean.getUpstreamConnectionsLeased());
    assertTrue(bean.getReplayBytes() > 0);
    assertTrue(bean.getReplayBytes() <= bean.getReplayLimitBytes());
    assertEquals(1, registry.get("speech.recognitions.active").gauge().value());

    client.finish(wav, 8000, 100_000);
    fixture.assertNothingInFlight();
    assertEquals(0, bean.getLiveUploads());
    assertEquals(1, bean.getKeptAnswers());
    assertEquals(0, bean.getReplayBytes());
    assertEquals(10_000, bean.getRecognitionsLimit());
  }

  @Test
  void token_isToldAsItStands_andRenewedOnDemand() throws Exception {
    fixture.post(Tone.wav(1), "Content-Type", "audio/wav");

    assertEquals("token", bean.getTokenMode());
    assertEquals("fresh", bean.getTokenState());
    assertTrue(bean.isTokenUsable());
    assertEquals("primary", bean.getTokenKeyInUse());
    assertEquals(1, bean.getTokenRenewals());
    assertEquals(0, bean.getTokenFailures());
    assertEquals(0, bean.getTokenWaiting());
    assertNull(bean.getTokenLastFailure());
    Double remaining = bean.getTokenRemainingSeconds();
    assertTrue(remaining != null && remaining > 0);

    fixture.api.answerTokenRequestsWith(503);
    bean.renewToken();
    await(() -> bean.getTokenFailures() > 0);
    assertEquals("fresh", bean.getTokenState(), "a token that is good stays");
    assertTrue(String.valueOf(bean.getTokenLastFailure()).contains("503"));
    assertFalse(String.valueOf(bean.getTokenLastFailure()).contains("a-key-of-the-tests"));
    assertTrue(bean.getTokenConsecutiveFailures() > 0);

    fixture.api.answerTokenRequestsWith(200);
    bean.renewToken();
    await(() -> bean.getTokenRenewals() > 1);
    assertEquals(0, bean.getTokenConsecutiveFailures());
  }

  private interface Condition {
    boolean holds();
  }

  /** Looks repeatedly; there is nobody who tells. */
  private void await(Condition condition) throws Exception {
    for (int tries = 0; tries < 2000 && !condition.holds(); tries++) {
      fixture.get("status");
    }
    assertTrue(condition.holds());
  }

  @Test
  void requestThatWaitsForAToken_isCounted() throws Exception {
    try (StandInSpeechApi api = new StandInSpeechApi()) {
      api.answerTokenRequestsWith(503);
      try (Fixture waiting = new Fixture(api, WebServer.start(api.deployment()));
          RawClient browser = new RawClient(waiting.server)) {
        waiting.get("status");
        SpeechMXBean second = JMX.newMXBeanProxy(SERVER, newName(), SpeechMXBean.class);
        browser.post(waiting.server, "Content-Type: audio/wav", "Content-Length: 32044");
        await(() -> second.getTokenWaiting() == 1);
        assertEquals("none", second.getTokenState());
        assertNull(second.getTokenAgeSeconds());
      }
    }
  }

  @Test
  void secondApplicationOfTheSameName_hasAnMBeanOfItsOwn() throws Exception {
    try (Fixture other = new Fixture(new Deployment())) {
      other.get("status");
      ObjectName second = newName();
      other.post(Tone.wav(1), "Content-Type", "audio/wav");
      other.assertNothingInFlight();
      SpeechMXBean otherBean = JMX.newMXBeanProxy(SERVER, second, SpeechMXBean.class);
      assertEquals(1L, otherBean.getRecognitionsByOutcome().get("Success"));
      assertEquals(Map.of(), bean.getRecognitionsByOutcome());
      assertEquals(2, registry.find("speech.recognitions.max").gauges().size());
    }
    assertEquals(1, registry.find("speech.recognitions.max").gauges().size());
  }

  @Test
  void undeploy_takesMBeanAndMetersAway_andStaysAwayWhenARecognitionEndsLate() throws Exception {
    CountDownLatch undeployed = new CountDownLatch(1);
    fixture.api.beforeSuccess(() -> undeployed.await(20, TimeUnit.SECONDS));
    byte[] wav = Tone.wav(1);
    try (RawClient browser = new RawClient(fixture.server)) {
      browser.post(fixture.server, "Content-Type: audio/wav", "Content-Length: " + wav.length);
      browser.send(wav);
      fixture.api.next();
      assertNotEquals(0, registry.getMeters().size());
      fixture.server.undeploy();
      undeployed.countDown();
    }
    before.removeAll(names());
    assertEquals(1, before.size());
    assertEquals(0, registry.getMeters().size(), () -> registry.getMetersAsString());
  }
}
