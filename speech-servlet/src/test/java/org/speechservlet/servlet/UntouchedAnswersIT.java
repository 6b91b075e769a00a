package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.servlet.ButtonScene.HEAD;
import static org.speechservlet.servlet.ButtonScene.PAGE;
import static org.speechservlet.servlet.ButtonScene.REST;
import static org.speechservlet.servlet.ButtonScene.assertButton;
import static org.speechservlet.servlet.ButtonScene.assertLengthIsRight;
import static org.speechservlet.servlet.ButtonScene.html;
import static org.speechservlet.servlet.ButtonScene.text;

import jakarta.servlet.DispatcherType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the filter for pages leaves as it is, and what it must not promise, on a real container. */
@NullUnmarked // each test starts what it needs
class UntouchedAnswersIT {
  private static final String FRAGMENT = "<p>" + "fragment ".repeat(5_000) + "</p>";

  private ButtonScene scene;

  private void start(Deployment deployment) throws Exception {
    scene = new ButtonScene(deployment, Set.of(DispatcherType.REQUEST));
  }

  @AfterEach
  void stop() {
    scene.close();
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

    HttpResponse<byte[]> page = scene.get("../case");

    assertEquals(503, page.statusCode());
    assertFalse(text(page).contains("dictation-fields"), text(page));
    assertEquals(302, scene.get("../gone").statusCode());
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
        byte[] body = scene.get("../case").body();
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

    HttpResponse<byte[]> answer = scene.get("../case");

    assertEquals(
        new String(content, StandardCharsets.ISO_8859_1),
        new String(answer.body(), StandardCharsets.ISO_8859_1));
    assertLengthIsRight(answer);
  }

  @Test
  void fragment_keepsItsLength() throws Exception {
    start(new Deployment().withFile("part.html", FRAGMENT));

    HttpResponse<byte[]> fragment = scene.get("../part.html");

    assertEquals(FRAGMENT, text(fragment));
    assertLengthIsRight(fragment);
  }

  @Test
  void pageThatAScriptFetches_isLeftAlone() throws Exception {
    start(new Deployment().withFile("case.html", PAGE));

    assertEquals(PAGE, text(scene.get("../case.html", "Sec-Fetch-Dest", "empty")));
    assertButton(HEAD, REST, text(scene.get("../case.html", "Sec-Fetch-Dest", "document")));
  }

  @Test
  void headRequest_announcesNoOtherLengthThanGet() throws Exception {
    start(new Deployment().withFile("case.html", PAGE).withPage("/case", html(PAGE)));

    for (String path : new String[] {"../case.html", "../case"}) {
      HttpResponse<byte[]> head =
          scene.client.send(
              scene.request(path).method("HEAD", BodyPublishers.noBody()).build(),
              BodyHandlers.ofByteArray());
      int length = scene.get(path).body().length;

      assertEquals(200, head.statusCode());
      assertEquals(length, head.headers().firstValueAsLong("Content-Length").orElse(length), path);
    }
  }

  @Test
  void pageThatTheBrowserHas_is304() throws Exception {
    start(new Deployment().withFile("case.html", PAGE));
    String modified = scene.get("../case.html").headers().firstValue("Last-Modified").orElseThrow();

    HttpResponse<byte[]> answer = scene.get("../case.html", "If-Modified-Since", modified);

    assertEquals(304, answer.statusCode());
    assertEquals(0, answer.body().length);
  }

  @Test
  void partOfAPage_isThePartOfItsFile() throws Exception {
    start(new Deployment().withFile("case.html", PAGE));

    HttpResponse<byte[]> part = scene.get("../case.html", "Range", "bytes=0-39");

    assertEquals(206, part.statusCode());
    assertEquals(PAGE.substring(0, 40), text(part));
    assertEquals(
        "none", scene.get("../case.html").headers().firstValue("Accept-Ranges").orElse("none"));
  }

  @Test
  void servletsOwnPage_isAsItIs() throws Exception {
    start(new Deployment());

    HttpResponse<byte[]> page = scene.get("");

    assertFalse(text(page).contains("dictation-fields"), text(page));
    assertLengthIsRight(page);
  }
}
