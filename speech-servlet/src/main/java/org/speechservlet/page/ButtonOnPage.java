package org.speechservlet.page;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * The button as it comes to the answer to one request.
 *
 * @param method the request's
 * @param page the request's path, for the log
 * @param script where this page finds the script
 */
record ButtonOnPage(
    String method,
    String page,
    ScriptAddress script,
    ButtonElements elements,
    PageFindings findings) {

  /**
   * Decided once the status and the header fields are what they will be: at the first byte.
   *
   * @param coding the content coding of what will be written, null if it is the page itself
   */
  boolean isWantedOn(HttpServletResponse response, @Nullable String coding) {
    if (!PageAnswer.isPage(response)) {
      return false;
    }
    String obstacle = PageAnswer.obstacle(response);
    if (coding != null) {
      findings.compressed(page, coding);
    } else if (obstacle != null) {
      findings.leftAlone(page, obstacle);
    }
    return coding == null && obstacle == null;
  }

  /** Whether the answer stands for a page with a button, without having any content. */
  boolean isMissingIn(HttpServletResponse response) {
    return (method.equals("HEAD") || response.getStatus() == 304)
        && PageAnswer.hasPageType(response)
        && PageAnswer.obstacle(response) == null;
  }

  /**
   * What is put into the page.
   *
   * @param hasBase whether addresses in the page are relative to something else than the page
   */
  String markup(HttpServletResponse response, boolean hasBase) {
    ContentSecurityPolicy policy =
        ContentSecurityPolicy.of(response.getHeaders("Content-Security-Policy"));
    findings.refusedByPolicy(page, policy.objections());
    return elements.markup(hasBase ? script.absolute() : script.relative(), policy.nonce());
  }

  /**
   * The page is no longer, byte for byte, what its strong entity tag says, nor can ranges of the
   * one be joined to ranges of the other (RFC 9110, sections 8.8.1 and 14.2); and what a script
   * fetches from the same address is the page without the button.
   */
  void adjustFields(HttpServletResponse response) {
    String entityTag = response.getHeader("ETag");
    if (entityTag != null && entityTag.startsWith("\"")) {
      response.setHeader("ETag", "W/" + entityTag);
    }
    if (response.containsHeader("Accept-Ranges")) {
      response.setHeader("Accept-Ranges", "none");
    }
    if (response.getHeaders("Vary").stream().noneMatch(field -> field.contains("Sec-Fetch-Dest"))) {
      response.addHeader("Vary", "Sec-Fetch-Dest");
    }
  }
}
