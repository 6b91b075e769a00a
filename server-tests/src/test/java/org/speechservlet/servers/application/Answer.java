package org.speechservlet.servers.application;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of an answer stays the same from one request to the next.
 *
 * @param status of HTTP
 * @param contentType with its charset; empty where there is none
 * @param title of the page; empty where it is none
 * @param hasText whether the expected text stands in it
 */
public record Answer(int status, String contentType, String title, boolean hasText) {

  private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);

  public static Answer of(HttpResponse<String> answer, String expected) {
    Matcher title = TITLE.matcher(answer.body());
    return new Answer(
        answer.statusCode(),
        answer.headers().firstValue("Content-Type").orElse(""),
        title.find() ? title.group(1).strip() : "",
        answer.body().contains(expected));
  }
}
