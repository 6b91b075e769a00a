package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.token.RawService.answer;
import static org.speechservlet.token.RawService.token;
import static org.speechservlet.token.TestServer.addFilter;
import static org.speechservlet.token.TestServer.addServlet;
import static org.speechservlet.token.TestServer.addTokenFilter;
import static org.speechservlet.token.TestServer.application;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.speechservlet.token.RawService.Behaviour;

@Timeout(60)
final class SpeechTokenFilterIT {
  private static final String HEADER = "Authorization: Bearer ";

  private final CountDownLatch release = new CountDownLatch(1);
  private final TestServer server = new TestServer();
  private final LogCapture log = LogCapture.of(SpeechTokenFilter.class);
  private RawService service = RawService.start(token("t1"));

  SpeechTokenFilterIT() throws Exception {}

  @AfterEach
  void stop() throws Exception {
    release.countDown();
    log.close();
    server.close();
    service.close();
    assertEquals(List.of(), speechThreads(), "threads left");
  }

  @Test
  void request_behindTheFilter_hasAnAuthorization() throws Exception {
    deploy(application("/app", service));
    HttpResponse<String> response = server.getNow("/app/echo");
    assertEquals(200, response.statusCode());
    assertEquals(HEADER + "t1", response.body());
    server.getNow("/app/echo");
    assertEquals(1, service.requests().size());
  }

  @Test
  void request_withAuthNone_hasAnEmptyAuthorization() throws Exception {
    ServletContextHandler application = application("/app");
    application.setInitParameter("speech.auth", "none");
    application.setInitParameter("speech.recognition-uri", "http://localhost:9/");
    deploy(application);
    assertEquals("null: null", server.getNow("/app/echo").body());
    assertEquals(List.of(), speechThreads());
  }

  @Test
  void requests_beforeTheFirstToken_holdNoThreadOfTheContainer() throws Exception {
    service = RawService.start(afterRelease(token("t1")));
    ServletContextHandler application = application("/app", service);
    addServlet(application, "own", new EchoServlet.SelfAuthorizing(), "/own");
    deploy(application);
    List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      responses.add(server.get("/app/echo"));
    }
    // More requests wait than there are threads, and still there are threads for others.
    for (int i = 0; i < 100; i++) {
      assertEquals("no authorization", server.getNow("/app/own").body());
    }
    assertTrue(responses.stream().noneMatch(CompletableFuture::isDone));
    release.countDown();
    for (CompletableFuture<HttpResponse<String>> response : responses) {
      assertEquals(HEADER + "t1", response.get(30, TimeUnit.SECONDS).body());
    }
    assertEquals(1, service.requests().size());
    assertEquals(List.of(), log.warnings());
  }

  @Test
  void request_withoutAnyToken_getsAProblemDocument() throws Exception {
    service = RawService.start(answer(401, "{\"statusCode\":401,\"message\":\"Access denied\"}"));
    deploy(application("/app", service));
    HttpResponse<String> response = server.getNow("/app/echo");
    assertEquals(503, response.statusCode());
    long retryAfter = Long.parseLong(response.headers().firstValue("Retry-After").orElseThrow());
    assertTrue(retryAfter >= 1 && retryAfter <= 30, "Retry-After: " + retryAfter);
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("no-store", response.headers().firstValue("Cache-Control").orElseThrow());
    assertTrue(
        response
            .body()
            .matches(
                "\\{\"type\":\"token-unavailable\",\"title\":\"[^\"]*\",\"status\":503,"
                    + "\"detail\":\"Try again in \\d+ s\\.\"}\\s*"),
        response.body());
  }

  @Test
  void request_waitingWhenTheKeyIsRefused_getsTheSameProblemDocument() throws Exception {
    service = RawService.start(afterRelease(answer(401, "")));
    deploy(application("/app", service));
    CompletableFuture<HttpResponse<String>> response = server.get("/app/echo");
    // Once this is answered by one of the same threads, the other one waits.
    server.getNow("/elsewhere");
    release.countDown();
    assertEquals(503, response.get(30, TimeUnit.SECONDS).statusCode());
    assertTrue(response.get().headers().firstValue("Retry-After").isPresent());
    assertTrue(response.get().body().startsWith("{\"type\":\"token-unavailable\""));
  }

  @Test
  void requests_waitingWhenTheApplicationStops_areAnswered() throws Exception {
    CountDownLatch suspended = new CountDownLatch(1);
    service = RawService.start(afterRelease(token("t1")));
    ServletContextHandler application = application("/app", service);
    addFilter(application, "counting", new ReturnsCounter(suspended), "/*");
    deploy(application);
    CompletableFuture<HttpResponse<String>> response = server.get("/app/echo");
    assertTrue(suspended.await(10, TimeUnit.SECONDS));
    server.undeploy(application);
    assertEquals(503, response.get(30, TimeUnit.SECONDS).statusCode());
  }

  @Test
  void browser_thatLeavesWhileItWaits_disturbsNobody() throws Exception {
    CountDownLatch suspended = new CountDownLatch(1);
    service = RawService.start(afterRelease(token("t1")));
    ServletContextHandler application = application("/app", service);
    addFilter(application, "counting", new ReturnsCounter(suspended), "/*");
    deploy(application);
    try (Socket browser = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      OutputStream out = browser.getOutputStream();
      out.write("GET /app/echo HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertTrue(suspended.await(10, TimeUnit.SECONDS));
      browser.setSoLinger(true, 0);
    }
    release.countDown();
    assertEquals(HEADER + "t1", server.getNow("/app/echo").body());
  }

  // Where a request cannot be suspended

  @Test
  void requests_behindAFilterWithoutAsync_waitOnTheirThreadsAndTheLogSaysOnceWhy()
      throws Exception {
    CountDownLatch asked = new CountDownLatch(2);
    service = RawService.start(afterRelease(token("t1")));
    ServletContextHandler application = application("/app", service);
    addFilter(application, "counting", countingEntries(asked), "/*");
    addFilter(application, "old-filter", new PassingFilter(), "/*").setAsyncSupported(false);
    deploy(application);
    CompletableFuture<HttpResponse<String>> first = server.get("/app/echo");
    waitForWarning();
    CompletableFuture<HttpResponse<String>> second = server.get("/app/echo");
    assertTrue(asked.await(10, TimeUnit.SECONDS));
    release.countDown();
    assertEquals(HEADER + "t1", first.get(30, TimeUnit.SECONDS).body());
    assertEquals(HEADER + "t1", second.get(30, TimeUnit.SECONDS).body());
    assertEquals(1, log.warnings().size());
    String warning = log.warnings().get(0);
    assertTrue(warning.contains("<async-supported>true</async-supported> is missing"), warning);
    assertTrue(warning.contains("old-filter"), warning);
    assertTrue(warning.contains("'echo'"), warning);
  }

  @Test
  void filter_behindTheTokenFilter_isNotPassedOver() throws Exception {
    service = RawService.start(afterRelease(token("t1")));
    ServletContextHandler application = application("/app", service);
    addServlet(application, "echo", new EchoServlet(), "/echo");
    addTokenFilter(application);
    addFilter(application, "guard", new RefusingFilter(), "/*");
    server.deploy(application);
    CompletableFuture<HttpResponse<String>> response = server.get("/app/echo");
    waitForWarning();
    release.countDown();
    assertEquals(401, response.get(30, TimeUnit.SECONDS).statusCode());
    assertTrue(log.warnings().get(0).contains("[guard]"), log.warnings().get(0));
  }

  @Test
  void filter_inFrontOfTheTokenFilter_isNoObstacle() throws Exception {
    CountDownLatch suspended = new CountDownLatch(1);
    service = RawService.start(afterRelease(token("t1")));
    ServletContextHandler application = application("/app", service);
    addFilter(application, "counting", new ReturnsCounter(suspended), "/*");
    addFilter(application, "passing", new PassingFilter(), "/*");
    addFilter(application, "elsewhere", new RefusingFilter(), "/other/*");
    deploy(application);
    CompletableFuture<HttpResponse<String>> response = server.get("/app/echo");
    assertTrue(suspended.await(10, TimeUnit.SECONDS));
    release.countDown();
    assertEquals(HEADER + "t1", response.get(30, TimeUnit.SECONDS).body());
    assertEquals(List.of(), log.warnings());
  }

  @Test
  void requests_thatWaitOnThreads_areNotMoreThanTheContainerCanSpare() throws Exception {
    BlockingWait wait = new BlockingWait(java.time.Duration.ofMinutes(1));
    CompletableFuture<Authorization> never = new CompletableFuture<>();
    Semaphore ended = new Semaphore(0);
    List<Thread> threads = new ArrayList<>();
    AtomicInteger refused = new AtomicInteger();
    for (int i = 0; i < BlockingWait.MAX_THREADS + 5; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  wait.await(never);
                } catch (TokenUnavailableException e) {
                  refused.incrementAndGet();
                }
                ended.release();
              });
      threads.add(thread);
      thread.start();
    }
    ended.acquire(5);
    assertEquals(5, refused.get());
    never.complete(Authorization.none());
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(5, refused.get());
  }

  // Other dispatches

  @Test
  void request_thatIsForwarded_isAuthorizedOnce() throws Exception {
    ServletContextHandler application = application("/app", service);
    application.addServlet(new ForwardingServlet(), "/forward");
    addServlet(application, "echo", new EchoServlet(), "/echo");
    application.addFilter(new SpeechTokenFilter(), "/*", EnumSet.allOf(DispatcherType.class));
    server.deploy(application);
    assertEquals(HEADER + "t1", server.getNow("/app/forward").body());
  }

  @Test
  void requests_throughTwoTokenFilters_areAuthorizedOnce() throws Exception {
    ServletContextHandler application = application("/app", service);
    addFilter(application, "another", new SpeechTokenFilter(), "/*");
    deploy(application);
    assertEquals(HEADER + "t1", server.getNow("/app/echo").body());
    assertEquals(1, service.requests().size());
  }

  private void deploy(ServletContextHandler application) throws Exception {
    addTokenFilter(application);
    addServlet(application, "echo", new EchoServlet(), "/echo");
    server.deploy(application);
  }

  private void waitForWarning() {
    while (log.warnings().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private Behaviour afterRelease(Behaviour behaviour) {
    return (socket, raw) -> {
      release.await();
      behaviour.accept(socket, raw);
    };
  }

  static List<String> speechThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("speech-token"))
        .toList();
  }

  /** Counts requests that have come in. */
  private static Filter countingEntries(CountDownLatch latch) {
    return (request, response, chain) -> {
      latch.countDown();
      chain.doFilter(request, response);
    };
  }

  /** A filter that counts requests which have given their thread back, suspended or not. */
  private static final class ReturnsCounter implements Filter {
    private final CountDownLatch latch;

    ReturnsCounter(CountDownLatch latch) {
      this.latch = latch;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      chain.doFilter(request, response);
      latch.countDown();
    }
  }

  private static final class PassingFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      chain.doFilter(request, response);
    }
  }

  /** A filter that lets nobody in. */
  private static final class RefusingFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException {
      ((HttpServletResponse) response).sendError(401);
    }
  }

  private static final class ForwardingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
      request.getRequestDispatcher("/echo").forward(request, response);
    }
  }
}
