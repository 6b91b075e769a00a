package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.speechservlet.page.MarkupText;

/**
 * The page to try it. It differs by who asks: an administrator finds how to check the installation,
 * and where the application demands a token with each request, the page has one. Thread-safe.
 */
final class TryItPage {
  private static final String TYPE = "text/html;charset=UTF-8";

  /** Where the page has its part for administrators. */
  private static final String MARK_OF_CHECK = "<!-- check -->";

  private static final String MARK_OF_TOKEN = "<!-- token -->";

  private final @Nullable String adminRole;
  private final String page;
  private final String adminPage;

  /**
   * @param adminRole whose users see that they may check the installation; null if nobody may
   */
  TryItPage(@Nullable String adminRole) {
    this.adminRole = adminRole;
    String template = text("try-it.html");
    this.page = template.replace(MARK_OF_CHECK, "");
    this.adminPage = template.replace(MARK_OF_CHECK, text("try-it-check.html"));
  }

  Asset shownTo(HttpServletRequest request) {
    String shown = isAdministrator(request) ? adminPage : page;
    String complete = shown.replace(MARK_OF_TOKEN, metas(ForgeryToken.of(request)));
    return new Asset(TYPE, complete.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isAdministrator(HttpServletRequest request) {
    return adminRole != null && request.isUserInRole(adminRole);
  }

  private static String metas(@Nullable ForgeryToken token) {
    return token == null
        ? ""
        : meta("_csrf", token.value()) + meta("_csrf_header", token.headerName());
  }

  private static String meta(String name, String content) {
    return "<meta name=\"%s\" content=\"%s\" />".formatted(name, MarkupText.escaped(content));
  }

  private static String text(String name) {
    return new String(Asset.read(name), StandardCharsets.UTF_8);
  }
}
