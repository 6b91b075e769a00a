package org.speechservlet.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Internal. The dictation button of one web application, as it comes to the application's pages.
 * Thread-safe.
 */
public final class PageButton {
  /** What a browser shows as a page (Fetch Standard, section 2.2.5, destinations). */
  private static final Set<String> SHOWN =
      Set.of("document", "embed", "fencedframe", "frame", "iframe", "object");

  private final ButtonElements elements;
  private final String speechPath;
  private final PageFindings findings;

  /**
   * Creates it.
   *
   * @param fields a list of CSS selectors
   * @param speechPath the speech servlet's mapping without its {@code /*}
   * @param filterName for the log
   */
  public PageButton(String fields, String speechPath, String filterName) {
    this.elements = new ButtonElements(fields);
    this.speechPath = speechPath;
    this.findings = new PageFindings(filterName);
  }

  /** Lets a request pass, and puts the button into the answer if that is a page. */
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isWrapped(response) || !mayBeShown(request)) {
      chain.doFilter(request, response);
      return;
    }
    ButtonOnPage button =
        new ButtonOnPage(
            request.getMethod(),
            request.getRequestURI(),
            ScriptAddress.of(request, speechPath),
            elements,
            findings);
    PageResponse page = new PageResponse(response, new PageInsertion(response, button));
    chain.doFilter(new PageRequest(request, page), page);
    if (!request.isAsyncStarted()) {
      page.end();
    }
  }

  /** A page is not to have two buttons when a forward, an include or a dispatch comes by again. */
  private static boolean isWrapped(ServletResponse response) {
    return response instanceof PageResponse
        || (response instanceof ServletResponseWrapper wrapper
            && wrapper.isWrapperFor(PageResponse.class));
  }

  /**
   * What a script fetches is left alone. A page that is fetched in advance is not: it is shown
   * without being asked for again. Browsers that do not tell (Fetch Metadata Request Headers, W3C)
   * show whatever is a page.
   */
  private static boolean mayBeShown(HttpServletRequest request) {
    String destination = request.getHeader("Sec-Fetch-Dest");
    return destination == null
        || SHOWN.contains(destination)
        || request.getHeader("Sec-Purpose") != null;
  }
}
