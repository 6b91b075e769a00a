package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.servlet.UploadClient.field;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an auditor learns of each recognition, and what not. */
@NullUnmarked // each test starts what it needs
class AuditIT {
  private final BlockingQueue<AuditEvent> events = new LinkedBlockingQueue<>();
  private Fixture fixture;

  private void start(Deployment deployment) throws Exception {
    fixture =
        new Fixture(deployment.with(new Deployment.OwnFilter("login", LoginFilter::new, true)));
  }

  @AfterEach
  void stop() throws Exception {
    if (fixture != null) {
      fixture.close();
    }
  }

  private AuditEvent next() throws InterruptedException {
    AuditEvent event = events.poll(30, TimeUnit.SECONDS);
    assertNotNull(event);
    return event;
  }

  @Test
  void listener_hearsOfEachRecognitionOnce() throws Exception {
    AuditListener listener = events::add;
    start(new Deployment().withAttribute(AuditListener.ATTRIBUTE, listener));
    Instant before = Instant.now();
    HttpResponse<String> answer = fixture.post(Tone.wav(2), LoginFilter.USER, "ann");

    AuditEvent served = next();
    assertEquals(field(answer, "X-Request-Id"), served.requestId());
    assertEquals("ann", served.user());
    assertEquals("127.0.0.1", served.address());
    assertEquals("Success", served.outcome());
    assertEquals(200, served.status());
    assertEquals(Duration.ofSeconds(2), served.audio());
    assertFalse(served.began().isBefore(before.minusMillis(100)));
    assertFalse(served.toString().contains("patient"));

    assertEquals(415, fixture.post(new byte[20_000]).statusCode());
    AuditEvent refused = next();
    assertNull(refused.user());
    assertEquals("unsupported-audio", refused.outcome());
    assertTrue(events.isEmpty());
  }

  @Test
  void listener_thatThrows_changesNothing() throws Exception {
    AuditListener listener =
        event -> {
          events.add(event);
          throw new IllegalStateException("the audit database is down");
        };
    start(new Deployment().withAttribute(AuditListener.ATTRIBUTE, listener));

    assertEquals(200, fixture.post(Tone.wav(0.5)).statusCode());
    next();
    fixture.assertNothingInFlight();
  }

  @Test
  void log_tellsWhoWhenHowLongAndTheOutcome() throws Exception {
    try (LogCapture log = LogCapture.of("org.speechservlet.audit")) {
      start(new Deployment().with("speech.audit-log", "true"));
      HttpResponse<String> answer = fixture.post(Tone.wav(0.5), LoginFilter.USER, "ann");
      fixture.assertNothingInFlight();

      assertEquals(1, log.messages().size());
      String line = log.messages().get(0);
      assertTrue(
          line.startsWith(
              field(answer, "X-Request-Id") + " Success user=ann address=127.0.0.1 began=20"),
          line);
      assertTrue(line.contains(" audio=0.5s "), line);
      assertFalse(line.contains("patient"), line);
    }
  }

  @Test
  void log_isNotWrittenUnlessItIsAskedFor() throws Exception {
    try (LogCapture log = LogCapture.of("org.speechservlet.audit")) {
      start(new Deployment());
      assertEquals(200, fixture.post(Tone.wav(0.5)).statusCode());
      fixture.assertNothingInFlight();

      assertTrue(log.messages().isEmpty());
    }
  }
}
