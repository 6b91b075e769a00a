package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser whose upload is broken and that still listens is never told of a success. */
@NullUnmarked // each test starts what it needs
class BrokenUploadsIT {
  private static final byte[] WAV = Tone.wav(1);

  private Fixture fixture;

  private void start(boolean async) throws Exception {
    Deployment deployment = new Deployment();
    fixture =
        new Fixture(
            async
                ? deployment
                : deployment.with(
                    new Deployment.OwnFilter("old-filter", UploadsIT.PassingFilter::new, false)));
  }

  @AfterEach
  void stop() throws Exception {
    fixture.assertNothingInFlight();
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void chunkThatIsNone_is400(boolean async) throws Exception {
    start(async);
    try (RawClient browser = new RawClient(fixture.server)) {
      browser.post(fixture.server, "Content-Type: audio/wav", "Transfer-Encoding: chunked");
      browser.chunk(WAV, 0, 3200).send("no size\r\n");

      assertIncomplete(browser.readAnswer());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void chunkWhoseSizeComesLongBeforeItsData_isHeardAtOnce(boolean async) throws Exception {
    start(async);
    try (RawClient browser = new RawClient(fixture.server)) {
      browser.post(fixture.server, "Content-Type: audio/wav", "Transfer-Encoding: chunked");
      browser.chunk(WAV, 0, 3200);
      StandInSpeechApi.Received received = fixture.api.next();
      assertTrue(received.awaitBytes(3200, 20, TimeUnit.SECONDS));
      browser.send("c80\r\n");
      assertFalse(browser.isAnsweredWithin(Duration.ofMillis(200)));
      browser.send(Arrays.copyOfRange(WAV, 3200, 6400)).send("\r\n");

      assertTrue(received.awaitBytes(6400, 10, TimeUnit.SECONDS));
      browser.chunk(WAV, 6400, WAV.length - 6400).lastChunk();
      assertEquals(200, browser.readAnswer().status());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void contentThatEndsBeforeItsLength_is400(boolean async) throws Exception {
    start(async);
    try (RawClient browser = new RawClient(fixture.server)) {
      browser.post(fixture.server, "Content-Type: audio/wav", "Content-Length: " + WAV.length);
      browser.send(Arrays.copyOf(WAV, 3200)).endSending();

      assertIncomplete(browser.readAnswer());
    }
  }

  private static void assertIncomplete(RawClient.Answer answer) {
    assertEquals(400, answer.status(), answer.toString());
    if (System.getProperty("container", "jetty").equals("tomcat")) {
      return; // Tomcat answers by itself, with a page of its own.
    }
    assertEquals("incomplete-upload", Fixture.json(answer.body()).getString("type"));
  }
}
