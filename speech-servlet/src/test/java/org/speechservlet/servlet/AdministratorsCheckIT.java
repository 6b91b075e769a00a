package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code POST check}: who may, and what it does to the application that runs. */
@NullUnmarked // each test starts what it needs
final class AdministratorsCheckIT {
  private static final String ROLE = "speech-admin";
  private static final String KEY = "a-key-of-the-tests";

  private Fixture fixture;

  private static Deployment deployment(boolean isAsync) {
    return new Deployment().with(new Deployment.OwnFilter("login", LoginFilter::new, isAsync));
  }

  private void start(Deployment deployment) throws Exception {
    fixture = new Fixture(deployment);
  }

  private void startWithRole() throws Exception {
    start(deployment(true).with("speech.admin-role", ROLE));
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private HttpResponse<String> check(String... headers) throws Exception {
    return fixture.send(
        HttpRequest.newBuilder(fixture.uri("check")).POST(BodyPublishers.noBody()), headers);
  }

  /** A dictation waits for the token of an application that has just started. */
  private void awaitToken() throws Exception {
    assertEquals(200, fixture.post(Tone.wav(0.2), "Content-Type", "audio/wav").statusCode());
  }

  private static void assertProblem(int status, String type, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(type, Fixture.json(response.body()).getString("type"));
  }

  @Test
  void withoutTheSetting_thereIsNoCheck() throws Exception {
    start(deployment(true));

    assertProblem(404, "about:blank", check(LoginFilter.FIELD, ROLE));
    assertFalse(fixture.get("", LoginFilter.FIELD, ROLE).body().contains("check-start"));
  }

  @Test
  void whoIsNotInTheRole_isRefusedAndSeesNoButton() throws Exception {
    startWithRole();

    assertProblem(403, "no-administrator", check());
    assertProblem(403, "no-administrator", check(LoginFilter.FIELD, "clerk"));
    assertFalse(fixture.get("").body().contains("check-start"));
    assertTrue(fixture.api.sawNothing());
  }

  @Test
  void whoIsInTheRole_seesTheButton() throws Exception {
    startWithRole();

    HttpResponse<String> page = fixture.get("", LoginFilter.FIELD, ROLE);

    assertTrue(page.body().contains("check-start"), page.body());
    String tag = page.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, fixture.get("", LoginFilter.FIELD, ROLE, "If-None-Match", tag).statusCode());
    assertEquals(200, fixture.get("", "If-None-Match", tag).statusCode());
  }

  @Test
  void get_isNotAllowed() throws Exception {
    startWithRole();

    HttpResponse<String> answer = fixture.get("check", LoginFilter.FIELD, ROLE);

    assertEquals(405, answer.statusCode());
    assertEquals("POST", answer.headers().firstValue("Allow").orElseThrow());
  }

  @Test
  void pageOfAnotherSite_isRefusedEvenIfItMayDictate() throws Exception {
    start(
        deployment(true)
            .with("speech.admin-role", ROLE)
            .with("speech.allowed-origins", "https://pages.example"));

    assertProblem(
        403, "cross-site", check(LoginFilter.FIELD, ROLE, "Origin", "https://pages.example"));
    assertProblem(
        403, "cross-site", check(LoginFilter.FIELD, ROLE, "Sec-Fetch-Site", "cross-site"));
  }

  @Test
  void installationThatIsWell_isToldStepByStepWithoutSecrets() throws Exception {
    startWithRole();
    awaitToken();

    HttpResponse<String> answer = check(LoginFilter.FIELD, ROLE);

    assertEquals(200, answer.statusCode(), answer.body());
    JsonObject report = Fixture.json(answer.body());
    assertEquals("warning", report.getString("verdict"), answer.body());
    assertTrue(answer.body().contains("The application has a token, by the first key"));
    assertTrue(answer.body().contains("The first key is accepted"));
    assertTrue(answer.body().contains(StandInSpeechApi.WORDS), answer.body());
    assertFalse(answer.body().contains(KEY));
    assertFalse(answer.body().matches("(?s).*token-\\d.*"), answer.body());
  }

  @Test
  void check_leavesTheApplicationsTokenAndCountsAsTheyAre() throws Exception {
    startWithRole();
    fixture.post(Tone.wav(0.2), "Content-Type", "audio/wav");

    check(LoginFilter.FIELD, ROLE);
    fixture.api.next();
    fixture.api.next();
    fixture.post(Tone.wav(0.2), "Content-Type", "audio/wav");

    assertEquals("Bearer token-1", fixture.api.next().headers.get("Authorization"));
    assertEquals(2, fixture.api.tokensIssued());
    JsonObject recognitions =
        Fixture.json(fixture.get("status").body()).getJsonObject("recognitions");
    assertEquals(2, recognitions.getJsonObject("totals").getInt("Success"));
  }

  @Test
  void keyThatIsRefusedSinceTheStart_isToldWhileTheOldTokenIsStillGood() throws Exception {
    startWithRole();
    awaitToken();
    fixture.api.issueTokensFor("another-key");

    JsonObject report = Fixture.json(check(LoginFilter.FIELD, ROLE).body());

    assertEquals("failed", report.getString("verdict"));
    assertTrue(report.toString().contains("The application has a token"), report.toString());
    assertTrue(report.toString().contains("Compare speech.key and speech.region"));
  }

  @Test
  void secondCheck_whileOneRuns_isToldToWait() throws Exception {
    startWithRole();
    CountDownLatch goOn = new CountDownLatch(1);
    fixture.api.beforeSuccess(goOn::await);
    CompletableFuture<HttpResponse<String>> first = checkInBackground();
    fixture.api.next();

    HttpResponse<String> second = check(LoginFilter.FIELD, ROLE);

    assertProblem(409, "check-under-way", second);
    assertTrue(second.headers().firstValueAsLong("Retry-After").orElseThrow() > 0);
    goOn.countDown();
    assertEquals(200, first.get(60, TimeUnit.SECONDS).statusCode());
    assertEquals(200, check(LoginFilter.FIELD, ROLE).statusCode());
  }

  private CompletableFuture<HttpResponse<String>> checkInBackground() {
    CompletableFuture<HttpResponse<String>> answer = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                answer.complete(check(LoginFilter.FIELD, ROLE));
              } catch (Exception e) {
                answer.completeExceptionally(e);
              }
            });
    thread.start();
    return answer;
  }

  @Test
  void behindAFilterWithoutAsync_theCheckIsAnsweredAsWell() throws Exception {
    start(deployment(false).with("speech.admin-role", ROLE));

    assertEquals(200, check(LoginFilter.FIELD, ROLE).statusCode());
  }

  @Test
  void undeploying_endsTheCheckAndItsThreads() throws Exception {
    startWithRole();
    CountDownLatch goOn = new CountDownLatch(1);
    fixture.api.beforeSuccess(goOn::await);
    var unused = checkInBackground();
    fixture.api.next();

    fixture.server.undeploy();

    goOn.countDown();
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith("speech-check")));
  }
}
