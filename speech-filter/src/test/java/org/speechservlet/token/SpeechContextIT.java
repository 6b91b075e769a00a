package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.token.RawService.stall;
import static org.speechservlet.token.RawService.token;
import static org.speechservlet.token.TestServer.addFilter;
import static org.speechservlet.token.TestServer.addServlet;
import static org.speechservlet.token.TestServer.addTokenFilter;
import static org.speechservlet.token.TestServer.application;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.http.HttpServlet;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.speechservlet.config.RecognitionMode;
import org.speechservlet.config.SettingsException;
import org.speechservlet.config.SettingsReader;

@Timeout(60)
final class SpeechContextIT {
  private final TestServer server = new TestServer();
  private RawService service = RawService.start(token("t1"));

  SpeechContextIT() throws Exception {}

  @AfterEach
  void stop() throws Exception {
    server.close();
    service.close();
    assertEquals(List.of(), SpeechTokenFilterIT.speechThreads(), "threads left");
  }

  // Sharing

  @Test
  void filterServletAndListener_inOneApplication_shareOneManager() throws Exception {
    ServletContextHandler application = application("/app", service);
    application.addEventListener(new SpeechContextListener());
    addTokenFilter(application);
    addServlet(application, "echo", new EchoServlet(), "/echo");
    LeasingServlet lazy = new LeasingServlet();
    addServlet(application, "lazy", lazy, "/lazy");
    server.deploy(application);
    server.getNow("/app/lazy");
    assertEquals("Authorization: Bearer t1", server.getNow("/app/echo").body());
    assertSame(
        shared(application), application.getServletContext().getAttribute(SpeechContext.ATTRIBUTE));
    assertEquals(1, service.requests().size());
    server.undeploy(application);
    assertEquals(TokenStatus.State.CLOSED, lazy.tokens().status().state());
    assertNull(application.getServletContext().getAttribute(SpeechContext.ATTRIBUTE));
  }

  @Test
  void servlet_withoutFilterAndListener_isEnough() throws Exception {
    ServletContextHandler application = application("/app", service);
    LeasingServlet lazy = new LeasingServlet();
    addServlet(application, "lazy", lazy, "/lazy");
    server.deploy(application);
    assertEquals(List.of(), service.requests());
    server.getNow("/app/lazy");
    assertEquals(
        "Bearer t1",
        lazy.tokens()
            .authorization()
            .toCompletableFuture()
            .get(30, TimeUnit.SECONDS)
            .headerValue());
  }

  @Test
  void lease_closedTwice_countsOnce() throws Exception {
    ServletContextHandler application = application("/app", service);
    server.deploy(application);
    SpeechContext.Lease first = SpeechContext.acquire(application.getServletContext());
    SpeechContext.Lease second = SpeechContext.acquire(application.getServletContext());
    assertSame(first.tokens(), second.tokens());
    first.close();
    first.close();
    assertTrue(second.tokens().status().state() != TokenStatus.State.CLOSED);
    second.close();
    assertEquals(TokenStatus.State.CLOSED, second.tokens().status().state());
  }

  @Test
  void leases_takenByManyThreadsAtOnce_shareOneManager() throws Exception {
    ServletContextHandler application = application("/app", service);
    server.deploy(application);
    List<CompletableFuture<SpeechContext.Lease>> leases =
        java.util.stream.Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> SpeechContext.acquire(application.getServletContext())))
            .limit(20)
            .toList();
    TokenManager tokens = leases.get(0).get().tokens();
    for (CompletableFuture<SpeechContext.Lease> lease : leases) {
      assertSame(tokens, lease.get().tokens());
    }
    for (CompletableFuture<SpeechContext.Lease> lease : leases) {
      assertTrue(tokens.status().state() != TokenStatus.State.CLOSED);
      lease.get().close();
    }
    assertEquals(TokenStatus.State.CLOSED, tokens.status().state());
  }

  @Test
  void applications_beside_haveManagersOfTheirOwn() throws Exception {
    ServletContextHandler one = application("/one", service);
    ServletContextHandler two = application("/two", service);
    for (ServletContextHandler application : List.of(one, two)) {
      addTokenFilter(application);
      addServlet(application, "echo", new EchoServlet(), "/echo");
      server.deploy(application);
    }
    service.then(token("t2"));
    server.undeploy(one);
    assertTrue(SpeechTokenFilterIT.speechThreads().stream().noneMatch(n -> n.endsWith("/one")));
    assertEquals(200, server.getNow("/two/echo").statusCode());
  }

  @Test
  void application_deployedTenTimes_leavesNoThread() throws Exception {
    for (int i = 0; i < 10; i++) {
      ServletContextHandler application = application("/app", service);
      addTokenFilter(application);
      addServlet(application, "echo", new EchoServlet(), "/echo");
      server.deploy(application);
      assertEquals(200, server.getNow("/app/echo").statusCode());
      server.undeploy(application);
      assertEquals(List.of(), SpeechTokenFilterIT.speechThreads());
    }
  }

  @Test
  void application_startedAgain_getsANewManager() throws Exception {
    ServletContextHandler application = application("/app", service);
    addTokenFilter(application);
    addServlet(application, "echo", new EchoServlet(), "/echo");
    server.deploy(application);
    application.stop();
    application.start();
    assertEquals(200, server.getNow("/app/echo").statusCode());
  }

  @Test
  void application_stoppedWhileTheServiceStalls_leavesNoThread() throws Exception {
    service = RawService.start(stall());
    ServletContextHandler application = application("/app", service);
    addTokenFilter(application);
    server.deploy(application);
    while (service.requests().isEmpty()) {
      Thread.onSpinWait();
    }
    server.undeploy(application);
    assertEquals(List.of(), SpeechTokenFilterIT.speechThreads());
  }

  // The application's own source of tokens

  @Test
  void tokenSource_inTheContext_isUsedInsteadOfTheTokenService() throws Exception {
    ServletContextHandler application = application("/app");
    application.setInitParameter("speech.resource-name", "portal");
    TokenSource source =
        () -> CompletableFuture.completedStage(new AccessToken("own", Duration.ofHours(1)));
    application.getServletContext().setAttribute(TokenSource.ATTRIBUTE, source);
    addTokenFilter(application);
    addServlet(application, "echo", new EchoServlet(), "/echo");
    server.deploy(application);
    assertEquals("Authorization: Bearer own", server.getNow("/app/echo").body());
    assertEquals(List.of(), service.requests());
  }

  @Test
  void tokenSource_thatIsNone_isRefused() throws Exception {
    ServletContextHandler application = application("/app", service);
    application.getServletContext().setAttribute(TokenSource.ATTRIBUTE, "not a source");
    server.deploy(application);
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> SpeechContext.acquire(application.getServletContext()));
    assertTrue(String.valueOf(e.getMessage()).contains("holds a java.lang.String"), e.getMessage());
  }

  // Settings

  @Test
  void initParams_ofAnyFilter_countForAll() throws Exception {
    ServletContextHandler application = application("/app", service);
    addTokenFilter(application).setInitParameter("token.renew-after", "PT1M");
    var second = addFilter(application, "another", new SpeechTokenFilter(), "/x/*");
    second.setInitParameter("mode", "dictation");
    server.deploy(application);
    try (SpeechContext.Lease lease = SpeechContext.acquire(application.getServletContext())) {
      assertEquals(Duration.ofMinutes(1), lease.settings().auth().renewAfter());
      assertEquals(RecognitionMode.DICTATION, lease.settings().recognition().mode());
    }
  }

  @Test
  void settings_thatAreWrong_stopTheDeploymentWithAllProblems() throws Exception {
    ServletContextHandler application = application("/app", service);
    application.setInitParameter("speech.languge", "de-DE");
    addTokenFilter(application).setInitParameter("mode", "dictation");
    var second = addFilter(application, "another", new SpeechTokenFilter(), "/x/*");
    second.setInitParameter("mode", "interactive");
    second.setInitParameter("prxy", "a:1");
    Exception thrown = assertThrows(Exception.class, () -> server.deploy(application));
    SettingsException e = settingsException(thrown);
    assertEquals(3, e.problems().size(), e.getMessage());
    assertTrue(e.problems().get(0).contains("init-param mode of filter 'speech-token'"));
    assertTrue(e.problems().get(0).contains("init-param mode of filter 'another'"));
    assertTrue(e.problems().get(1).contains("init-param prxy of filter 'another'"));
    assertTrue(e.problems().get(1).endsWith("called proxy"));
    assertTrue(e.problems().get(2).endsWith("called speech.language"));
    String again =
        assertThrows(
                SettingsException.class,
                () -> SpeechContext.acquire(application.getServletContext()))
            .getMessage();
    assertEquals(e.getMessage(), again);
  }

  @Test
  void settings_inEffect_areLoggedOnceWithTheirPlaces() throws Exception {
    try (LogCapture log = LogCapture.of(SettingsReader.class)) {
      ServletContextHandler application = application("/app", service);
      addTokenFilter(application).setInitParameter("mode", "dictation");
      application.addEventListener(new SpeechContextListener());
      server.deploy(application);
      assertEquals(1, log.infos().size());
      List<String> lines = log.infos().get(0).lines().map(String::strip).toList();
      assertTrue(
          lines.stream()
              .anyMatch(
                  line ->
                      line.matches(
                          "speech.mode +dictation +\\(init-param mode of filter 'speech-token'\\)")),
          lines.toString());
      assertTrue(
          lines.stream()
              .anyMatch(line -> line.matches("speech.key +<set> +\\(context-param speech.key\\)")),
          lines.toString());
    }
  }

  @Test
  void listener_whoseContextShowsNoFilters_leavesItToThem() throws Exception {
    ServletContextHandler application = application("/app", service);
    server.deploy(application);
    ServletContext restricted = restricted(application.getServletContext());
    SpeechContextListener listener = new SpeechContextListener();
    try (LogCapture log = LogCapture.of(SpeechContextListener.class)) {
      listener.contextInitialized(new ServletContextEvent(restricted));
      assertEquals(1, log.infos().size());
    }
    assertNull(restricted.getAttribute(SpeechContext.ATTRIBUTE));
    listener.contextDestroyed(new ServletContextEvent(restricted));
    assertEquals(List.of(), service.requests());
  }

  /** Refuses what a container refuses to a listener that was added by program. */
  private static ServletContext restricted(ServletContext context) {
    return (ServletContext)
        Proxy.newProxyInstance(
            SpeechContextIT.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) -> {
              if (method.getName().endsWith("Registrations")) {
                throw new UnsupportedOperationException(method.getName());
              }
              return method.invoke(context, arguments);
            });
  }

  private static Object shared(ServletContextHandler application) {
    Object shared = application.getServletContext().getAttribute(SpeechContext.ATTRIBUTE);
    assertNotNull(shared);
    return java.util.Objects.requireNonNull(shared);
  }

  private static SettingsException settingsException(Throwable thrown) {
    Throwable cause = thrown;
    while (cause != null && !(cause instanceof SettingsException)) {
      cause = cause.getCause();
    }
    if (cause == null) {
      throw new AssertionError(thrown);
    }
    return (SettingsException) cause;
  }

  /** Takes a lease as the speech servlet does: at its first request, and until its end. */
  private static final class LeasingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private transient SpeechContext.@Nullable Lease lease;
    private transient @Nullable TokenManager tokens;

    @Override
    public void init() {
      SpeechContext.Lease taken = SpeechContext.acquire(getServletContext());
      lease = taken;
      tokens = taken.tokens();
    }

    TokenManager tokens() {
      return java.util.Objects.requireNonNull(tokens);
    }

    @Override
    public void destroy() {
      if (lease != null) {
        lease.close();
      }
    }
  }
}
