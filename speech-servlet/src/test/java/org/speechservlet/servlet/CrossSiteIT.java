package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pages may make a browser send audio here. */
@NullUnmarked // each test starts what it needs
class CrossSiteIT {
  private Fixture fixture;

  private void start(Deployment deployment) throws Exception {
    fixture = new Fixture(deployment);
  }

  private void start() throws Exception {
    start(new Deployment());
  }

  @AfterEach
  void stop() throws Exception {
    fixture.assertNothingInFlight();
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, https://evil.example",
    "Origin, null"
  })
  void requestFromAnotherSite_is403AndNothingGoesUpstream(String field, String value)
      throws Exception {
    start();

    RefusalsIT.assertProblem(
        403, "cross-site", fixture.post(Tone.wav(0.2), "Content-Type", "audio/wav", field, value));
    assertTrue(fixture.api.sawNothing());
  }

  @ParameterizedTest
  @CsvSource({"Sec-Fetch-Site, same-origin", "Sec-Fetch-Site, none", "X-Nothing, x"})
  void requestFromItsOwnPageOrFromNone_isServed(String field, String value) throws Exception {
    start();

    assertEquals(
        200, fixture.post(Tone.wav(0.2), "Content-Type", "audio/wav", field, value).statusCode());
  }

  @Test
  void originOfTheSameHost_isServed() throws Exception {
    start();
    String origin = "http://127.0.0.1:" + fixture.server.port();

    assertEquals(
        200,
        fixture.post(Tone.wav(0.2), "Content-Type", "audio/wav", "Origin", origin).statusCode());
  }

  @Test
  void allowedOrigin_isServedAndMayReadTheAnswer() throws Exception {
    start(new Deployment().with("speech.allowed-origins", "https://allowed.example"));

    HttpResponse<String> answer =
        fixture.post(
            Tone.wav(0.2),
            "Content-Type",
            "audio/wav",
            "Origin",
            "https://allowed.example",
            "Sec-Fetch-Site",
            "cross-site");

    assertEquals(200, answer.statusCode());
    assertEquals(
        "https://allowed.example",
        answer.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"https://allowed.example, true", "https://evil.example, false"})
  void preflight_allowsWhatIsAllowedOnly(String origin, boolean allowed) throws Exception {
    start(new Deployment().with("speech.allowed-origins", "https://allowed.example"));

    HttpResponse<String> answer = preflight(origin, "content-type");

    assertEquals(204, answer.statusCode());
    assertEquals(allowed, answer.headers().firstValue("Access-Control-Allow-Methods").isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "authorization,x-csrf-token; true",
        "no name; false",
        "x-one,,x-two; false",
        "''; false"
      })
  void preflight_forHeadersOfThePage_allowsWhatAreNames(String asked, boolean isAllowed)
      throws Exception {
    start(new Deployment().with("speech.allowed-origins", "https://allowed.example"));

    HttpResponse<String> answer = preflight("https://allowed.example", asked);

    String allowed = answer.headers().firstValue("Access-Control-Allow-Headers").orElseThrow();
    assertTrue(allowed.endsWith("Upload-Token" + (isAllowed ? ", " + asked : "")), allowed);
  }

  private HttpResponse<String> preflight(String origin, String headers) throws Exception {
    return fixture.send(
        HttpRequest.newBuilder(fixture.uri("recognize")).method("OPTIONS", BodyPublishers.noBody()),
        "Origin",
        origin,
        "Access-Control-Request-Method",
        "POST",
        "Access-Control-Request-Headers",
        headers);
  }
}
