package org.speechservlet.servers.application;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines in a page that give its fields a button.
 *
 * @param fields the CSS selectors, as the page has them
 * @param script where the page loads the script from
 */
public record PageButton(String fields, URI script) {

  private static final Pattern FIELDS =
      Pattern.compile("<meta name=\"dictation-fields\" content=\"([^\"]*)\"");
  private static final Pattern SCRIPT =
      Pattern.compile("<script type=\"module\" src=\"([^\"]*dictation\\.js)\"");
  private static final Pattern BASE = Pattern.compile("<base href=\"([^\"]*)\"");

  /**
   * Finds them.
   *
   * @throws AssertionError where the page has none
   */
  public static PageButton in(HttpResponse<String> page) {
    URI base = page.uri();
    Matcher baseTag = BASE.matcher(page.body());
    if (baseTag.find()) {
      base = base.resolve(baseTag.group(1));
    }
    return new PageButton(find(FIELDS, page), base.resolve(find(SCRIPT, page)));
  }

  private static String find(Pattern pattern, HttpResponse<String> page) {
    Matcher found = pattern.matcher(page.body());
    if (!found.find()) {
      throw new AssertionError(
          "%s has no %s: %s".formatted(page.uri(), pattern, head(page.body())));
    }
    return found.group(1);
  }

  private static String head(String body) {
    return body.substring(0, Math.min(body.length(), 1_000));
  }
}
