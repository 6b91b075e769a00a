package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.speechservlet.config.SettingsReader;

/** The filter in a web application on Jetty, and a token service that does what a test says. */
@Timeout(30)
final class SpeechTokenFilterIT {
  private static final String BEARER = "Authorization[Authorization: <set>]";

  private final CountDownLatch released = new CountDownLatch(1);
  private final TokenPeer peer = start(this::awaitRelease);
  private final WebApplication application = new WebApplication(peer);

  private static TokenPeer start(TokenPeer.Manner manner) {
    try {
      return new TokenPeer(manner);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitRelease(String head, java.net.Socket socket) throws Exception {
    assertTrue(released.await(20, TimeUnit.SECONDS));
    TokenPeer.write(socket, TokenPeer.response(200, "", "a.b.c"));
  }

  @AfterEach
  void end() {
    application.close();
    peer.close();
  }

  private HttpResponse<String> get(String path) {
    return application.get(path).join();
  }

  @Test
  void requests_beforeTheFirstToken_waitWithoutAThread() throws Exception {
    int count = 5 * WebApplication.THREADS;
    CountDownLatch suspended = new CountDownLatch(count);
    application
        .add(new WebApplication.SuspendedCount(suspended), true)
        .add(new SpeechTokenFilter(), true)
        .start();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      answers.add(application.get("/speech/x"));
    }
    assertTrue(suspended.await(20, TimeUnit.SECONDS), "requests hold their threads");
    assertEquals("free", get("/free").body());
    assertTrue(answers.stream().noneMatch(CompletableFuture::isDone));
    released.countDown();
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertEquals(200, answer.join().statusCode());
      assertEquals(BEARER, answer.join().body());
    }
    assertEquals(1, peer.heads().size());
  }

  @Test
  void requests_withAToken_passInAnyNumber() throws Exception {
    released.countDown();
    application.add(new SpeechTokenFilter(), true).start();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      answers.add(application.get("/speech/x"));
    }
    answers.forEach(answer -> assertEquals(BEARER, answer.join().body()));
    assertEquals(1, peer.heads().size());
  }

  @Test
  void request_thatNoTokenCanBeHadFor_getsAProblem() throws Exception {
    peer.behave(TokenPeer.answering(401, "", "denied"));
    application.add(new SpeechTokenFilter(), true).start();
    HttpResponse<String> answer = get("/speech/x");
    assertEquals(503, answer.statusCode());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    long retryAfter = answer.headers().firstValueAsLong("Retry-After").orElse(-1);
    assertTrue(retryAfter >= 1 && retryAfter <= 30, "Retry-After: " + retryAfter);
    JsonFields problem = JsonFields.of(answer.body());
    assertEquals("token-unavailable", problem.text("type"));
    assertEquals("503", problem.text("status"));
    assertNotNull(problem.text("title"));
    assertFalse(answer.body().contains("401"), answer.body());
    assertEquals(503, get("/speech/x").statusCode());
    assertEquals("free", get("/free").body());
  }

  @Test
  void suspendedRequest_whoseTokenFails_getsAProblem() throws Exception {
    CountDownLatch suspended = new CountDownLatch(1);
    peer.behave(
        (head, socket) -> {
          assertTrue(suspended.await(20, TimeUnit.SECONDS));
          TokenPeer.write(socket, TokenPeer.response(403, "", ""));
        });
    application
        .add(new WebApplication.SuspendedCount(suspended), true)
        .add(new SpeechTokenFilter(), true)
        .start();
    HttpResponse<String> answer = get("/speech/x");
    assertEquals(503, answer.statusCode());
    assertEquals("token-unavailable", JsonFields.of(answer.body()).text("type"));
  }

  @Test
  void request_behindAFilterWithoutAsync_waitsOnItsThreadAndTheLogSaysWhichOnce() throws Exception {
    try (LogCapture log = LogCapture.of(SpeechTokenFilter.class)) {
      application.add(new WebApplication.Plain(), false).add(new SpeechTokenFilter(), true).start();
      List<CompletableFuture<HttpResponse<String>>> answers =
          List.of(application.get("/speech/x"), application.get("/speech/y"));
      log.await(Level.WARNING);
      assertEquals("free", get("/free").body());
      released.countDown();
      answers.forEach(answer -> assertEquals(BEARER, answer.join().body()));
      List<String> warnings = log.lines(Level.WARNING);
      assertEquals(1, warnings.size(), warnings.toString());
      assertTrue(warnings.get(0).contains("Plain"), warnings.get(0));
    }
  }

  @Test
  void request_withAFilterBehindThatAnAsyncDispatchWouldMiss_stillPassesIt() throws Exception {
    application.add(new SpeechTokenFilter(), true).add(new WebApplication.Plain(), true).start();
    CompletableFuture<HttpResponse<String>> answer = application.get("/speech/x");
    assertEquals("free", get("/free").body());
    released.countDown();
    assertEquals("plain", answer.join().headers().firstValue("X-Passed").orElse("missed"));
    assertEquals(BEARER, answer.join().body());
  }

  @Test
  void request_toAServletThatAuthorizesItself_passesAtOnce() throws Exception {
    application
        .add(new WebApplication.SelfAuthorizing(), "/speech/own", true)
        .add(new SpeechTokenFilter(), true)
        .start();
    assertEquals("mine: null", get("/speech/own").body());
  }

  @Test
  void filterServletAndListener_inOneApplication_shareOneManager() throws Exception {
    released.countDown();
    application.context.addEventListener(new SpeechContextListener());
    try (LogCapture log = LogCapture.of(SettingsReader.class)) {
      Leasing servlet = new Leasing();
      application
          .add(servlet, "/speech/own", true)
          .add(new SpeechTokenFilter(), true)
          .add(new SpeechTokenFilter(), true)
          .start();
      assertEquals(BEARER, get("/speech/x").body());
      assertEquals("true", get("/speech/own").body());
      assertEquals(1, peer.heads().size());
      assertEquals(1, log.lines().size(), "settings were logged more than once");
      assertTrue(log.lines().get(0).contains("context-param speech.key"), log.lines().get(0));
      assertFalse(log.lines().get(0).contains(WebApplication.KEY));
    }
  }

  /** Takes its own share, and says whether its token is the one of the filter. */
  private static final class Leasing extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(
        jakarta.servlet.http.HttpServletRequest request,
        jakarta.servlet.http.HttpServletResponse response)
        throws IOException {
      try (SpeechContext.Lease lease = SpeechContext.acquire(getServletContext())) {
        Authorization own = lease.tokens().authorization().toCompletableFuture().join();
        boolean isSame = own == request.getAttribute(Authorization.ATTRIBUTE);
        response.getWriter().write(String.valueOf(isSame));
      }
    }
  }

  @Test
  void tokenSource_ofTheApplication_isUsedInstead() throws Exception {
    application.context.setAttribute(
        TokenSource.ATTRIBUTE,
        (TokenSource)
            () -> CompletableFuture.completedFuture(new AccessToken("entra", Duration.ofHours(1))));
    application.add(new SpeechTokenFilter(), true).start();
    assertEquals(BEARER, get("/speech/x").body());
    assertEquals(0, peer.heads().size());
  }

  @Test
  void undeploy_whileATokenIsAwaited_cutsTheRequestAndLeavesNoThread() throws Exception {
    CountDownLatch isThere = new CountDownLatch(1);
    TokenPeer.Manner silence = peer.silence();
    peer.behave(
        (head, socket) -> {
          isThere.countDown();
          silence.serve(head, socket);
        });
    application.add(new SpeechTokenFilter(), true).start();
    assertTrue(isThere.await(20, TimeUnit.SECONDS));
    assertFalse(renewalThreads().isEmpty());
    application.undeploy();
    assertTrue(peer.wasCut());
    assertEquals(List.of(), renewalThreads());
  }

  private static List<String> renewalThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("speech-token"))
        .toList();
  }
}
