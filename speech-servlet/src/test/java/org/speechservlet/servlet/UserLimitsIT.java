package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.servlet.UploadClient.field;
import static org.speechservlet.servlet.UploadClient.part;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much one user may take, while others go on. */
@NullUnmarked // each test starts what it needs
class UserLimitsIT {
  private static final int PIECE = 8_000;

  private Fixture fixture;

  private void start(Deployment deployment) throws Exception {
    fixture =
        new Fixture(deployment.with(new Deployment.OwnFilter("login", LoginFilter::new, true)));
  }

  @AfterEach
  void stop() throws Exception {
    fixture.assertNothingInFlight();
    fixture.close();
  }

  private HttpResponse<String> dictate(double seconds, String... headers) throws Exception {
    return fixture.post(Tone.wav(seconds), headers);
  }

  private static void assertExceeded(String policy, HttpResponse<String> answer) {
    assertEquals(429, answer.statusCode(), answer.body());
    assertEquals("application/problem+json", field(answer, "Content-Type"));
    JsonObject problem = Fixture.json(answer.body());
    assertEquals(
        "https://iana.org/assignments/http-problem-types#quota-exceeded",
        problem.getString("type"));
    assertEquals(
        List.of(policy),
        problem
            .getJsonArray("violated-policies")
            .getValuesAs(value -> value.toString().replace("\"", "")));
    assertTrue(Long.parseLong(field(answer, "Retry-After")) > 0);
    assertFalse(answer.headers().firstValue("RateLimit-Policy").isEmpty());
  }

  @Test
  void dictationsAtOnce_beyondTheUsersOwn_getA429AndOthersGoOn() throws Exception {
    start(new Deployment().with("speech.user.max-concurrent", "1"));
    byte[] audio = Tone.wav(1);
    UploadClient open =
        UploadClient.create(fixture, part(audio, 0, PIECE), LoginFilter.USER, "ann");

    HttpResponse<String> second = dictate(1, LoginFilter.USER, "ann");
    assertExceeded("at-once", second);
    assertEquals("\"at-once\";q=1;qu=\"concurrent-requests\"", field(second, "RateLimit-Policy"));
    assertEquals(200, dictate(1, LoginFilter.USER, "bob").statusCode());

    assertEquals(
        204,
        open.send("DELETE", new byte[0], LoginFilter.USER, "ann", "Upload-Token", open.token)
            .statusCode());
    assertEquals(200, dictate(1, LoginFilter.USER, "ann").statusCode());
  }

  @Test
  void audioOfAnHour_isToldInEachAnswerAndRefusedOnceItIsUsedUp() throws Exception {
    start(new Deployment().with("speech.user.audio-per-hour", "PT12S"));

    HttpResponse<String> first = dictate(8, LoginFilter.USER, "ann");
    assertEquals(200, first.statusCode(), first.body());
    assertEquals("\"hour\";q=12;qu=\"audio-seconds\";w=3600", field(first, "RateLimit-Policy"));
    assertTrue(
        field(first, "RateLimit").matches("\"hour\";r=[34];t=(2400|23\\d\\d)"),
        field(first, "RateLimit"));

    HttpResponse<String> second = dictate(1, LoginFilter.USER, "ann");
    assertExceeded("hour", second);
    assertEquals(200, dictate(1, LoginFilter.USER, "bob").statusCode());
  }

  @Test
  void audioThatIsUsedUpInTheMiddle_endsTheDictationUpstreamToo() throws Exception {
    start(new Deployment().with("speech.user.audio-per-day", "PT10S"));

    assertExceeded("day", dictate(11, LoginFilter.USER, "ann"));

    StandInSpeechApi.Received heard = fixture.api.next();
    assertTrue(heard.ended.await(30, TimeUnit.SECONDS));
    assertFalse(heard.complete);
  }

  @Test
  void audioOfALiveUpload_countsAsALong() throws Exception {
    start(new Deployment().with("speech.user.audio-per-hour", "PT20S"));
    byte[] audio = Tone.wav(3);
    UploadClient upload = UploadClient.create(fixture, part(audio, 0, PIECE));

    HttpResponse<String> answer = upload.finish(audio, PIECE, PIECE);

    assertEquals(200, answer.statusCode());
    assertTrue(field(answer, "RateLimit").startsWith("\"hour\";r=17;"), field(answer, "RateLimit"));
  }

  @Test
  void uploadThatIsRefused_costsItsUserNothing() throws Exception {
    start(new Deployment().with("speech.user.audio-per-hour", "PT10S"));

    assertEquals(415, fixture.post(new byte[20_000]).statusCode());

    assertEquals(200, dictate(9).statusCode());
  }

  @Test
  void usersWhoHaveNotLoggedIn_areToldApartByTheAddressThatATrustedProxyTells() throws Exception {
    start(
        new Deployment()
            .with("speech.user.audio-per-hour", "PT10S")
            .with("speech.trusted-proxies", "127.0.0.0/8, 10.0.0.0/8"));

    assertEquals(200, dictate(8, "X-Forwarded-For", "192.0.2.1, 10.1.1.1").statusCode());
    assertExceeded("hour", dictate(8, "X-Forwarded-For", "192.0.2.9, 192.0.2.1"));
    assertEquals(200, dictate(8, "X-Forwarded-For", "192.0.2.1, 192.0.2.2").statusCode());
  }

  @Test
  void addressThatNoTrustedProxyTells_isNotBelieved() throws Exception {
    start(new Deployment().with("speech.user.audio-per-hour", "PT10S"));

    assertEquals(200, dictate(8, "X-Forwarded-For", "192.0.2.1").statusCode());
    assertExceeded("hour", dictate(8, "X-Forwarded-For", "192.0.2.2"));
  }
}
