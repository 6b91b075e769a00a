package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Speech API is shown, for each way to prove oneself. */
@NullUnmarked // each test starts what it needs
class CredentialsIT {
  private static final String KEY_FIELD = "Ocp-Apim-Subscription-Key";
  private static final String[] WAV = {"Content-Type", "audio/wav"};

  private StandInSpeechApi api;
  private Fixture fixture;

  @BeforeEach
  void startApi() throws Exception {
    api = new StandInSpeechApi();
  }

  @AfterEach
  void stop() throws Exception {
    fixture.assertNothingInFlight();
    fixture.close();
    api.close();
  }

  private void start(Deployment deployment) throws Exception {
    fixture = Fixture.withOwnService(deployment);
  }

  private Deployment byKey() {
    return new Deployment()
        .with("speech.auth", "key")
        .with("speech.recognition-uri", api.recognitionUri().toString());
  }

  @Test
  void authNone_showsNothing() throws Exception {
    start(
        new Deployment()
            .with("speech.auth", "none")
            .with("speech.recognition-uri", api.recognitionUri().toString()));

    assertEquals(200, fixture.post(Tone.wav(0.2), WAV).statusCode());

    StandInSpeechApi.Received received = api.next();
    assertNull(received.headers.get("Authorization"));
    assertNull(received.headers.get(KEY_FIELD));
    assertEquals(0, api.tokensIssued());
  }

  @Test
  void authKey_showsTheKeyItself() throws Exception {
    start(byKey().with("speech.key", "first-key-of-the-tests"));

    assertEquals(200, fixture.post(Tone.wav(0.2), WAV).statusCode());

    StandInSpeechApi.Received received = api.next();
    assertEquals("first-key-of-the-tests", received.headers.get(KEY_FIELD));
    assertNull(received.headers.get("Authorization"));
    assertEquals(0, api.tokensIssued());
  }

  @Test
  void firstKeyThatIsRefused_givesWayToTheSecondUnnoticed() throws Exception {
    api.answerWith(
        (received, request, response, callback) -> {
          if (received.headers.get(KEY_FIELD).startsWith("first")) {
            StandInSpeechApi.answer(401, "{}", response, callback);
          } else {
            StandInSpeechApi.readThenSucceed(received, request, response, callback);
          }
        });
    start(
        byKey()
            .with("speech.key", "first-key-of-the-tests")
            .with("speech.secondary-key", "second-key-of-the-tests"));

    assertEquals(200, fixture.post(Tone.wav(0.2), WAV).statusCode());

    String status = fixture.get("status").body();
    assertTrue(status.contains("\"keyInUse\":\"secondary\""), status);
    assertFalse(status.contains("key-of-the-tests"), status);
  }

  @Test
  void firstKeyThatTheTokenServiceRefuses_givesWayToTheSecond() throws Exception {
    api.issueTokensFor("second-key-of-the-tests");
    start(
        new Deployment()
            .with("speech.token-uri", api.tokenUri().toString())
            .with("speech.recognition-uri", api.recognitionUri().toString())
            .with("speech.key", "first-key-of-the-tests")
            .with("speech.secondary-key", "second-key-of-the-tests"));

    assertEquals(200, fixture.post(Tone.wav(0.2), WAV).statusCode());

    String status = fixture.get("status").body();
    assertTrue(status.contains("\"keyInUse\":\"secondary\""), status);
  }

  @Test
  void keyInAFile_isReadFromThere(@TempDir Path folder) throws Exception {
    api.issueTokensFor("a-key-in-a-file");
    Path file = Files.writeString(folder.resolve("speech.key"), "a-key-in-a-file\n");
    start(
        new Deployment()
            .with("speech.token-uri", api.tokenUri().toString())
            .with("speech.recognition-uri", api.recognitionUri().toString())
            .with("speech.key-file", file.toString()));

    assertEquals(200, fixture.post(Tone.wav(0.2), WAV).statusCode());
  }

  @Test
  void twoApplicationsInOneJvm_haveSettingsOfTheirOwn() throws Exception {
    start(byKey().with("speech.key", "first-key-of-the-tests"));
    try (Fixture other =
        Fixture.withOwnService(byKey().with("speech.key", "another-key-of-the-tests"))) {
      assertEquals(200, fixture.post(Tone.wav(0.2), WAV).statusCode());
      assertEquals(200, other.post(Tone.wav(0.2), WAV).statusCode());
    }

    assertEquals("first-key-of-the-tests", api.next().headers.get(KEY_FIELD));
    assertEquals("another-key-of-the-tests", api.next().headers.get(KEY_FIELD));
    assertEquals(200, fixture.post(Tone.wav(0.2), WAV).statusCode());
  }
}
