package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.DispatcherType;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An application with the filter for pages, and a browser that asks for them. */
final class ButtonScene implements AutoCloseable {
  static final String HEAD = "<!DOCTYPE html>\n<html><head>";
  static final String REST =
      "<meta charset=\"utf-8\"><title>Fall</title></head><body>\n<textarea id=\"notes\"></textarea>";
  static final String PAGE = HEAD + REST;
  static final Set<DispatcherType> ALL = EnumSet.allOf(DispatcherType.class);

  private static final Pattern ELEMENTS =
      Pattern.compile(
          "<meta name=\"dictation-fields\" content=\"#notes, textarea\\.note\" />"
              + "<script type=\"module\" src=\"([^\"]+)\"( nonce=\"[^\"]+\")?></script>");

  final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Fixture fixture;

  ButtonScene(Deployment deployment, Set<DispatcherType> dispatchers) throws Exception {
    fixture =
        new Fixture(
            deployment.with(
                new Deployment.PageFilter(
                    "speech-button",
                    DictationButtonFilter::new,
                    Map.of("fields", "#notes,\n  textarea.note"),
                    dispatchers)));
  }

  int port() {
    return fixture.server.port();
  }

  /** {@code path} is relative to the speech servlet's mapping. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(fixture.uri(path));
  }

  HttpResponse<byte[]> get(String path, String... fields) throws Exception {
    HttpRequest.Builder request = request(path);
    if (fields.length > 0) {
      request.headers(fields);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /**
   * The page is what the application wrote, with the button's elements once, at their place.
   *
   * @return the script's address
   */
  static String assertButton(String head, String rest, String page) {
    Matcher elements = ELEMENTS.matcher(page);
    assertTrue(elements.find(), () -> page.substring(0, Math.min(page.length(), 200)));
    assertEquals(head, page.substring(0, elements.start()));
    assertEquals(rest, page.substring(elements.end()));
    return elements.group(1);
  }

  static void assertLengthIsRight(HttpResponse<byte[]> response) {
    assertEquals(
        response.body().length,
        response.headers().firstValueAsLong("Content-Length").orElseThrow());
  }

  static OwnPage html(String page) {
    return (request, response) -> {
      response.setContentType("text/html;charset=UTF-8");
      response.getWriter().print(page);
    };
  }

  @Override
  public void close() {
    fixture.close();
  }
}
