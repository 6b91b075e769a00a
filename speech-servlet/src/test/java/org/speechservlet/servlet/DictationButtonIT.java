package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.servlet.ButtonScene.ALL;
import static org.speechservlet.servlet.ButtonScene.HEAD;
import static org.speechservlet.servlet.ButtonScene.PAGE;
import static org.speechservlet.servlet.ButtonScene.REST;
import static org.speechservlet.servlet.ButtonScene.assertButton;
import static org.speechservlet.servlet.ButtonScene.assertLengthIsRight;
import static org.speechservlet.servlet.ButtonScene.html;
import static org.speechservlet.servlet.ButtonScene.text;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of an application that knows nothing of dictation, on a real container. */
@NullUnmarked // each test starts what it needs
class DictationButtonIT {
  private ButtonScene scene;

  private void start(Deployment deployment) throws Exception {
    scene = new ButtonScene(deployment, Set.of(DispatcherType.REQUEST));
  }

  private void start(Deployment deployment, Set<DispatcherType> dispatchers) throws Exception {
    scene = new ButtonScene(deployment, dispatchers);
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void staticPage_hasTheButton_andItsRightLength() throws Exception {
    start(new Deployment().withFile("case.html", PAGE));

    HttpResponse<byte[]> page = scene.get("../case.html");

    assertButton(HEAD, REST, text(page));
    assertLengthIsRight(page);
  }

  @ParameterizedTest
  @CsvSource({"/portal, /speech/*", "'', /speech/*", "/the/portal, /a b/dictate/*"})
  void script_thatThePageNames_isTheServlets(String context, String mapping) throws Exception {
    Deployment deployment = new Deployment(context, mapping).withPage("/case/*", html(PAGE));
    start(deployment);
    URI page = URI.create("http://127.0.0.1:" + scene.port() + context + "/case/7/edit;v=1");

    HttpResponse<byte[]> answer =
        scene.client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofByteArray());
    String script = assertButton(HEAD, REST, text(answer));

    HttpResponse<String> module =
        scene.client.send(
            HttpRequest.newBuilder(page.resolve(script)).build(), BodyHandlers.ofString());
    assertEquals(200, module.statusCode(), script);
    assertTrue(module.body().contains("startOnPage"), module.body());
  }

  @Test
  void pageThatIsPrinted_hasTheButton() throws Exception {
    start(
        new Deployment()
            .withPage(
                "/case",
                (request, response) -> {
                  PrintWriter out = response.getWriter();
                  response.setHeader("Content-Type", "text/html");
                  out.println("<html>");
                  out.print("<head");
                  out.printf(" data-x='%d'>", 1);
                  out.println("<title>x</title>");
                  response.flushBuffer();
                  out.append("</html>");
                  assertFalse(out.checkError());
                }));

    String end = System.lineSeparator();
    assertButton(
        "<html>" + end + "<head data-x='1'>",
        "<title>x</title>" + end + "</html>",
        text(scene.get("../case")));
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void pageOfAForwardThatIncludes_hasTheButtonOnce(boolean isMappedToAll) throws Exception {
    start(
        new Deployment()
            .withPage(
                "/view/case",
                (request, response) ->
                    request.getRequestDispatcher("/WEB-INF/case").forward(request, response))
            .withPage(
                "/WEB-INF/case",
                (request, response) -> {
                  response.setContentType("text/html;charset=UTF-8");
                  request.getRequestDispatcher("/WEB-INF/head").include(request, response);
                  response.getWriter().print("<body><head><body>");
                })
            .withPage("/WEB-INF/head", (request, response) -> response.getWriter().print(HEAD)),
        isMappedToAll ? ALL : Set.of(DispatcherType.REQUEST));

    String script = assertButton(HEAD, "<body><head><body>", text(scene.get("../view/case")));

    assertEquals("../speech/dictation.js", script);
  }

  @Test
  void errorPage_whereTheFilterIsMappedToErrors_hasTheButton() throws Exception {
    start(
        new Deployment()
            .withPage("/no/case", (request, response) -> response.sendError(404))
            .withPage("/missing", html(PAGE))
            .withErrorPage(404, "/missing"),
        ALL);

    HttpResponse<byte[]> page = scene.get("../no/case");

    assertEquals(404, page.statusCode());
    assertEquals("../speech/dictation.js", assertButton(HEAD, REST, text(page)));
  }

  @Test
  void pageOfAnotherThread_hasTheButton() throws Exception {
    start(
        new Deployment()
            .withPage(
                "/case",
                (request, response) -> {
                  AsyncContext async = request.startAsync();
                  async.start(
                      () -> {
                        try {
                          html(PAGE).answer(request, (HttpServletResponse) async.getResponse());
                        } catch (Exception e) {
                          throw new IllegalStateException(e);
                        } finally {
                          async.complete();
                        }
                      });
                })
            .withPage(
                "/later", (request, response) -> request.startAsync().dispatch("/case-at-once"))
            .withPage("/case-at-once", html(PAGE)),
        ALL);

    assertButton(HEAD, REST, text(scene.get("../case")));
    assertButton(HEAD, REST, text(scene.get("../later")));
  }

  @Test
  void pageWrittenWithoutBlocking_keepsToWhatTheContainerAllows() throws Exception {
    int pieces = 400;
    String piece = "<p>" + "x".repeat(20_000) + "</p>";
    start(
        new Deployment()
            .withPage(
                "/case",
                (request, response) -> {
                  response.setContentType("text/html");
                  new NonBlockingPage(request.startAsync(), HEAD, piece, pieces).start();
                }));

    HttpResponse<InputStream> page =
        scene.client.send(scene.request("../case").build(), BodyHandlers.ofInputStream());

    try (InputStream content = page.body()) {
      assertButton(
          HEAD, piece.repeat(pieces), new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void pageThatGrowsSlowly_isSeenAsItGrows() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    start(
        new Deployment()
            .withPage(
                "/case",
                (request, response) -> {
                  html(HEAD).answer(request, response);
                  response.flushBuffer();
                  assertTrue(seen.await(30, TimeUnit.SECONDS));
                  response.getWriter().print(REST);
                }));

    HttpResponse<InputStream> page =
        scene.client.send(scene.request("../case").build(), BodyHandlers.ofInputStream());

    try (InputStream content = page.body()) {
      StringBuilder text = new StringBuilder();
      while (text.indexOf("</script>") < 0) {
        text.append((char) content.read());
      }
      seen.countDown();
      text.append(new String(content.readAllBytes(), StandardCharsets.UTF_8));
      assertButton(HEAD, REST, text.toString());
    }
  }

  @Test
  void pageThatAFilterInFrontCompresses_hasTheButton() throws Exception {
    start(
        new Deployment()
            .with(
                new Deployment.PageFilter(
                    "gzip", GzipFilter::new, Map.of(), Set.of(DispatcherType.REQUEST)))
            .withPage("/case", html(PAGE)));

    HttpResponse<byte[]> page = scene.get("../case");

    assertEquals("gzip", page.headers().firstValue("Content-Encoding").orElseThrow());
    try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(page.body()))) {
      assertButton(HEAD, REST, new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void pageWhoseHeadComesLate_hasTheButton() throws Exception {
    String before = "<!DOCTYPE html><!--" + "licence ".repeat(5_000) + "--><head>";
    start(new Deployment().withFile("late.html", before + REST));

    assertButton(before, REST, text(scene.get("../late.html")));
  }

  @Test
  void nonceOfThePolicy_isTheScriptsToo() throws Exception {
    start(
        new Deployment()
            .withPage(
                "/case",
                (request, response) -> {
                  response.setHeader("Content-Security-Policy", "script-src 'nonce-r4nd0m'");
                  html(PAGE).answer(request, response);
                }));

    String page = text(scene.get("../case"));

    assertButton(HEAD, REST, page);
    assertTrue(page.contains(" nonce=\"r4nd0m\"></script>"), page);
  }

  @Test
  void policyThatForbidsTheButton_isToldOnce() throws Exception {
    start(
        new Deployment()
            .withPage(
                "/case",
                (request, response) -> {
                  response.setHeader("Content-Security-Policy", "default-src 'none'");
                  html(PAGE).answer(request, response);
                }));

    try (LogCapture log = LogCapture.of("org.speechservlet.page.PageFindings")) {
      scene.get("../case");
      scene.get("../case");

      assertEquals(1, log.messages().size(), log.messages()::toString);
      assertTrue(log.messages().get(0).contains("add 'self'"), log.messages()::toString);
    }
  }

  @Test
  void postedForm_isAnsweredWithTheButton() throws Exception {
    start(
        new Deployment()
            .withPage(
                "/case",
                (request, response) ->
                    html(HEAD + request.getParameter("note")).answer(request, response)));

    HttpResponse<byte[]> page =
        scene.client.send(
            scene
                .request("../case")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("note=kept"))
                .build(),
            BodyHandlers.ofByteArray());

    assertButton(HEAD, "kept", text(page));
  }
}
