package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of an application that knows nothing of dictation, on a real container. */
@NullUnmarked // each test starts what it needs
class DictationButtonIT {
  private static final String HEAD = "<!DOCTYPE html>\n<html><head>";
  private static final String REST =
      "<meta charset=\"utf-8\"><title>Fall</title></head><body>\n<textarea id=\"notes\"></textarea>";
  private static final String PAGE = HEAD + REST;
  private static final String FRAGMENT = "<p>" + "fragment ".repeat(5_000) + "</p>";
  private static final Pattern ELEMENTS =
      Pattern.compile(
          "<meta name=\"dictation-fields\" content=\"#notes, textarea\\.note\" />"
              + "<script type=\"module\" src=\"([^\"]+)\"( nonce=\"[^\"]+\")?></script>");
  private static final Set<DispatcherType> ALL = EnumSet.allOf(DispatcherType.class);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Fixture fixture;

  private void start(Deployment deployment) throws Exception {
    start(deployment, Set.of(DispatcherType.REQUEST));
  }

  private void start(Deployment deployment, Set<DispatcherType> dispatchers) throws Exception {
    fixture =
        new Fixture(
            deployment.with(
                new Deployment.PageFilter(
                    "speech-button",
                    DictationButtonFilter::new,
                    Map.of("fields", "#notes,\n  textarea.note"),
                    dispatchers)));
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(fixture.uri(path));
  }

  private HttpResponse<byte[]> get(String path, String... fields) throws Exception {
    HttpRequest.Builder request = request(path);
    if (fields.length > 0) {
      request.headers(fields);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** The page is what the application wrote, with the button's elements once, at the place. */
  private static String assertButton(String head, String rest, String page) {
    Matcher elements = ELEMENTS.matcher(page);
    assertTrue(elements.find(), () -> page.substring(0, Math.min(page.length(), 200)));
    assertEquals(head, page.substring(0, elements.start()));
    assertEquals(rest, page.substring(elements.end()));
    return elements.group(1);
  }

  private static void assertLengthIsRight(HttpResponse<byte[]> response) {
    assertEquals(
        response.body().length,
        response.headers().firstValueAsLong("Content-Length").orElseThrow());
  }

  private static OwnPage html(String page) {
    return (request, response) -> {
      response.setContentType("text/html;charset=UTF-8");
      response.getWriter().print(page);
    };
  }

  @Test
  void staticPage_hasTheButton_andItsRightLength() throws Exception {
    start(new Deployment().withFile("case.html", PAGE));

    HttpResponse<byte[]> page = get("../case.html");

    assertButton(HEAD, REST, text(page));
    assertLengthIsRight(page);
  }

  @ParameterizedTest
  @CsvSource({"/portal, /speech/*", "'', /speech/*", "/the/portal, /a b/dictate/*"})
  void script_thatThePageNames_isTheServlets(String context, String mapping) throws Exception {
    Deployment deployment = new Deployment(context, mapping).withPage("/case/*", html(PAGE));
    start(deployment);
    URI page =
        URI.create("http://127.0.0.1:" + fixture.server.port() + context + "/case/7/edit;v=1");

    HttpResponse<byte[]> answer =
        client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofByteArray());
    String script = assertButton(HEAD, REST, text(answer));

    HttpResponse<String> module =
        client.send(HttpRequest.newBuilder(page.resolve(script)).build(), BodyHandlers.ofString());
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
        text(get("../case")));
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

    String script = assertButton(HEAD, "<body><head><body>", text(get("../view/case")));

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

    HttpResponse<byte[]> page = get("../no/case");

    assertEquals(404, page.statusCode());
    assertEquals("../speech/dictation.js", assertButton(HEAD, REST, text(page)));
  }

  @Test
  void errorAfterAPageWasBegun_isTheContainersOwn() throws Exception {
    start(
        new Deployment()
            .withPage(
                "/case",
                (request, response) -> {
                  response.setContentType("text/html");
                  response.setContentLength(PAGE.length());
                  response.getWriter().print(HEAD);
                  response.sendError(503, "Later");
                })
            .withPage("/gone", (request, response) -> response.sendRedirect("case")));

    HttpResponse<byte[]> page = get("../case");

    assertEquals(503, page.statusCode());
    assertFalse(text(page).contains("dictation-fields"), text(page));
    assertEquals(302, get("../gone").statusCode());
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

    assertButton(HEAD, REST, text(get("../case")));
    assertButton(HEAD, REST, text(get("../later")));
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
        client.send(request("../case").build(), BodyHandlers.ofInputStream());

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
        client.send(request("../case").build(), BodyHandlers.ofInputStream());

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

    HttpResponse<byte[]> page = get("../case");

    assertEquals("gzip", page.headers().firstValue("Content-Encoding").orElseThrow());
    try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(page.body()))) {
      assertButton(HEAD, REST, new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void pageThatIsCompressedAlready_isLeftAlone_andTheLogSaysSoOnce() throws Exception {
    start(
        new Deployment()
            .withPage(
                "/case",
                (request, response) -> {
                  response.setContentType("text/html");
                  response.setHeader("Content-Encoding", "gzip");
                  try (GZIPOutputStream out = new GZIPOutputStream(response.getOutputStream())) {
                    out.write(PAGE.getBytes(StandardCharsets.UTF_8));
                  }
                }));

    try (LogCapture log = LogCapture.of("org.speechservlet.page.PageFindings")) {
      for (int i = 0; i < 2; i++) {
        byte[] body = get("../case").body();
        try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(body))) {
          assertEquals(PAGE, new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      assertEquals(1, log.messages().size(), log.messages()::toString);
      assertTrue(log.messages().get(0).contains("/portal/case"), log.messages()::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, '', ''",
    "text/html;charset=UTF-16BE, '', ''",
    "text/html, Content-Disposition, attachment",
    "text/html, Content-Range, bytes 0-99/100",
  })
  void answerThatIsNoPageToShow_passesByteForByte(String type, String field, String value)
      throws Exception {
    byte[] content = PAGE.getBytes(StandardCharsets.UTF_16BE);
    start(
        new Deployment()
            .withPage(
                "/case",
                (request, response) -> {
                  response.setContentType(type);
                  response.setContentLength(content.length);
                  if (!field.isEmpty()) {
                    response.setHeader(field, value);
                  }
                  response.getOutputStream().write(content);
                }));

    HttpResponse<byte[]> answer = get("../case");

    assertEquals(
        new String(content, StandardCharsets.ISO_8859_1),
        new String(answer.body(), StandardCharsets.ISO_8859_1));
    assertLengthIsRight(answer);
  }

  @Test
  void fragment_keepsItsLength() throws Exception {
    start(new Deployment().withFile("part.html", FRAGMENT));

    HttpResponse<byte[]> fragment = get("../part.html");

    assertEquals(FRAGMENT, text(fragment));
    assertLengthIsRight(fragment);
  }

  @Test
  void pageWhoseHeadComesLate_hasTheButton() throws Exception {
    String before = "<!DOCTYPE html><!--" + "licence ".repeat(5_000) + "--><head>";
    start(new Deployment().withFile("late.html", before + REST));

    assertButton(before, REST, text(get("../late.html")));
  }

  @Test
  void pageThatAScriptFetches_isLeftAlone() throws Exception {
    start(new Deployment().withFile("case.html", PAGE));

    assertEquals(PAGE, text(get("../case.html", "Sec-Fetch-Dest", "empty")));
    assertButton(HEAD, REST, text(get("../case.html", "Sec-Fetch-Dest", "document")));
  }

  @Test
  void headRequest_announcesNoOtherLengthThanGet() throws Exception {
    start(new Deployment().withFile("case.html", PAGE).withPage("/case", html(PAGE)));

    for (String path : new String[] {"../case.html", "../case"}) {
      HttpResponse<byte[]> head =
          client.send(
              request(path).method("HEAD", BodyPublishers.noBody()).build(),
              BodyHandlers.ofByteArray());
      int length = get(path).body().length;

      assertEquals(200, head.statusCode());
      assertEquals(length, head.headers().firstValueAsLong("Content-Length").orElse(length), path);
    }
  }

  @Test
  void pageThatTheBrowserHas_is304() throws Exception {
    start(new Deployment().withFile("case.html", PAGE));
    String modified = get("../case.html").headers().firstValue("Last-Modified").orElseThrow();

    HttpResponse<byte[]> answer = get("../case.html", "If-Modified-Since", modified);

    assertEquals(304, answer.statusCode());
    assertEquals(0, answer.body().length);
  }

  @Test
  void partOfAPage_isThePartOfItsFile() throws Exception {
    start(new Deployment().withFile("case.html", PAGE));

    HttpResponse<byte[]> part = get("../case.html", "Range", "bytes=0-39");

    assertEquals(206, part.statusCode());
    assertEquals(PAGE.substring(0, 40), text(part));
    assertEquals("none", get("../case.html").headers().firstValue("Accept-Ranges").orElse("none"));
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

    String page = text(get("../case"));

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
      get("../case");
      get("../case");

      assertEquals(1, log.messages().size(), log.messages()::toString);
      assertTrue(log.messages().get(0).contains("add 'self'"), log.messages()::toString);
    }
  }

  @Test
  void servletsOwnPage_isAsItIs() throws Exception {
    start(new Deployment());

    HttpResponse<byte[]> page = get("");

    assertFalse(text(page).contains("dictation-fields"), text(page));
    assertLengthIsRight(page);
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
        client.send(
            request("../case")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("note=kept"))
                .build(),
            BodyHandlers.ofByteArray());

    assertButton(HEAD, "kept", text(page));
  }
}
