package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.servlet.UploadClient.field;
import static org.speechservlet.servlet.UploadClient.part;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may go on with an upload, and who may not even learn that it is there. */
@NullUnmarked // each test starts what it needs
class UploadOwnersIT {
  private static final byte[] AUDIO = Tone.wav(0.5);
  private static final int PIECE = 8_000;
  private static final byte[] NOTHING = {};
  private static final String PAGE = "https://allowed.example";

  private Fixture fixture;

  private void start(Deployment deployment) throws Exception {
    fixture = new Fixture(deployment);
  }

  @AfterEach
  void stop() throws Exception {
    fixture.assertNothingInFlight();
    fixture.close();
  }

  private static HttpResponse<String> append(UploadClient upload, String... fields)
      throws Exception {
    String[] all = {
      "Content-Type",
      "application/partial-upload",
      "Upload-Complete",
      "?0",
      "Upload-Offset",
      Integer.toString(PIECE)
    };
    String[] joined = Arrays.copyOf(all, all.length + fields.length);
    System.arraycopy(fields, 0, joined, all.length, fields.length);
    return upload.send("PATCH", NOTHING, joined);
  }

  private static void assertUnknown(HttpResponse<String> answer, UploadClient upload) {
    RefusalsIT.assertProblem(404, "unknown-upload", answer);
    assertNotEquals(
        field(upload.creation, "X-Request-Id"), field(answer, "X-Request-Id"), "tells nothing");
    assertTrue(answer.headers().firstValue("Upload-Offset").isEmpty());
  }

  @Test
  void uploadWithoutItsToken_looksAsIfItWereNotThere() throws Exception {
    start(new Deployment());
    UploadClient upload = UploadClient.create(fixture, part(AUDIO, 0, PIECE));
    UploadClient other = UploadClient.create(fixture, part(AUDIO, 0, PIECE));

    for (String[] fields : List.of(new String[] {}, new String[] {"Upload-Token", other.token})) {
      assertUnknown(append(upload, fields), upload);
      assertEquals(404, upload.send("HEAD", NOTHING, fields).statusCode());
      assertUnknown(upload.send("DELETE", NOTHING, fields), upload);
    }
    assertEquals(200, upload.finish(AUDIO, PIECE, PIECE).statusCode());
    assertEquals(204, other.delete().statusCode());
  }

  @Test
  void keptAnswerWithoutItsToken_looksAsIfItWereNotThere() throws Exception {
    start(new Deployment());
    UploadClient upload = UploadClient.create(fixture, part(AUDIO, 0, PIECE));
    assertEquals(200, upload.finish(AUDIO, PIECE, PIECE).statusCode());

    assertUnknown(append(upload), upload);
  }

  @Test
  void uploadOfSomebodyWhoIsLoggedIn_isForNobodyElse() throws Exception {
    start(new Deployment().with(new Deployment.OwnFilter("login", LoginFilter::new, true)));
    UploadClient upload =
        UploadClient.create(fixture, part(AUDIO, 0, PIECE), "X-Test-User", "anna");

    assertUnknown(append(upload, "Upload-Token", upload.token), upload);
    assertUnknown(append(upload, "Upload-Token", upload.token, "X-Test-User", "bert"), upload);
    assertEquals(204, append(upload, "X-Test-User", "anna").statusCode());
    assertEquals(204, upload.send("DELETE", NOTHING, "X-Test-User", "anna").statusCode());
  }

  @Test
  void name_withARoute_beginsWithIt() throws Exception {
    start(new Deployment().with("speech.upload-route", "node-1"));
    UploadClient upload = UploadClient.create(fixture, part(AUDIO, 0, PIECE));

    assertTrue(
        field(upload.creation, "Location").matches("uploads/node-1\\.[A-Za-z0-9_-]{24}"),
        field(upload.creation, "Location"));
    assertEquals(200, upload.finish(AUDIO, PIECE, PIECE).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"uploads/", "uploads/nothing", "uploads/a/b"})
  void nameThatNeverWas_is404(String target) throws Exception {
    start(new Deployment());

    RefusalsIT.assertProblem(404, "unknown-upload", fixture.get(target));
  }

  @ParameterizedTest
  @CsvSource({"PATCH", "HEAD", "DELETE"})
  void requestFromAnotherSite_is403(String method) throws Exception {
    start(new Deployment());
    UploadClient upload = UploadClient.create(fixture, part(AUDIO, 0, PIECE));

    HttpResponse<String> answer =
        upload.send(method, NOTHING, "Upload-Token", upload.token, "Sec-Fetch-Site", "cross-site");

    assertEquals(403, answer.statusCode());
    assertEquals(204, upload.delete().statusCode());
  }

  @Test
  void pageOfAnAllowedOrigin_mayUploadAndReadWhatItNeeds() throws Exception {
    start(new Deployment().with("speech.allowed-origins", PAGE));
    UploadClient upload =
        UploadClient.create(
            fixture, part(AUDIO, 0, PIECE), "Origin", PAGE, "Sec-Fetch-Site", "cross-site");

    HttpResponse<String> answer =
        append(
            upload, "Upload-Token", upload.token, "Origin", PAGE, "Sec-Fetch-Site", "cross-site");

    assertEquals(204, answer.statusCode());
    for (HttpResponse<String> each : List.of(upload.creation, answer)) {
      assertEquals(PAGE, field(each, "Access-Control-Allow-Origin"));
      assertEquals(
          "Location, Upload-Complete, Upload-Offset, Upload-Length, Upload-Limit, Upload-Token,"
              + " X-Request-Id, Retry-After, RateLimit, RateLimit-Policy",
          field(each, "Access-Control-Expose-Headers"));
    }
    assertEquals(204, upload.delete().statusCode());
  }

  @ParameterizedTest
  @CsvSource({"recognize, 'POST, OPTIONS'", "uploads/x, 'PATCH, HEAD, GET, DELETE, OPTIONS'"})
  void preflight_allowsWhatUploadsNeed(String target, String allow) throws Exception {
    start(new Deployment().with("speech.allowed-origins", PAGE));

    HttpResponse<String> answer =
        fixture.send(
            HttpRequest.newBuilder(fixture.uri(target)).method("OPTIONS", BodyPublishers.noBody()),
            "Origin",
            PAGE,
            "Access-Control-Request-Method",
            "PATCH");

    assertEquals(204, answer.statusCode());
    assertEquals(allow, field(answer, "Allow"));
    assertEquals("POST, PATCH, HEAD, DELETE", field(answer, "Access-Control-Allow-Methods"));
    assertTrue(field(answer, "Access-Control-Allow-Headers").contains("Upload-Token"));
  }

  @Test
  void options_tellTheLimits() throws Exception {
    start(new Deployment().with("speech.upload-idle-timeout", "PT7S"));

    HttpResponse<String> answer =
        fixture.send(
            HttpRequest.newBuilder(fixture.uri("recognize"))
                .method("OPTIONS", BodyPublishers.noBody()));

    assertEquals("max-size=16777216, max-age=7", field(answer, "Upload-Limit"));
  }

  @Test
  void wrongMethod_is405WithAllow() throws Exception {
    start(new Deployment());

    HttpResponse<String> answer = fixture.postTo("uploads/x", NOTHING);

    RefusalsIT.assertProblem(405, "about:blank", answer);
    assertEquals("PATCH, HEAD, GET, DELETE, OPTIONS", field(answer, "Allow"));
  }
}
