package org.speechservlet.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.speechservlet.page.PageButton;

/**
 * Gives an application's HTML pages the dictation button, with no page edited: it adds {@code <meta
 * name="dictation-fields">} and the script to the head of each page while the page is written.
 *
 * <p>To be mapped to {@code /*} before the application's other filters, with {@code
 * async-supported}, so that it sees also the pages that a filter writes by itself; but behind one
 * that compresses. Init-params:
 *
 * <ul>
 *   <li>{@code fields}, required: which fields get a button, as CSS selectors, such as {@code
 *       #notes, textarea.case-note}. A selector that is wrong is told on the browser's console; the
 *       others hold.
 *   <li>{@code speech-path}: the mapping of the {@link SpeechServlet} without its {@code /*}, such
 *       as {@code /speech}. Not needed where there is one only.
 * </ul>
 *
 * <p>What is changed is {@code text/html} and {@code application/xhtml+xml} in a charset that has
 * ASCII characters as they are, which is not compressed yet, is not an attachment and not a part of
 * a file, and has a head or a body within its first 64 KiB. What a script fetches is left alone
 * ({@code Sec-Fetch-Dest}). All else passes byte for byte. Status and header fields count as they
 * are when the first byte is written.
 *
 * <p>Nothing is kept back. An announced length is corrected. A strong entity tag becomes a weak
 * one, and ranges are no longer offered. {@code Last-Modified} stays, so that a browser which has a
 * page from the time before the filter shows it without a button until the page changes or is
 * reloaded without the cache; and likewise with the old fields after {@code fields} was changed.
 *
 * <p>Requests for images, scripts and the like pass with the container's own response, so that it
 * can send files as fast as ever; browsers mark them. To pages of a forward or an error the button
 * comes where the mapping has the dispatchers {@code FORWARD} and {@code ERROR}, too. Thread-safe.
 */
public final class DictationButtonFilter implements Filter {
  private @Nullable Ready ready;

  /** What there is once the filter is initialized. */
  private record Ready(PageButton button, String speechPath) {}

  /** Creates a filter; a container does this. */
  public DictationButtonFilter() {}

  /**
   * Checks the init-params.
   *
   * @throws ServletException which names all that is wrong with them
   */
  @Override
  public void init(FilterConfig config) throws ServletException {
    ButtonParameters parameters = ButtonParameters.of(config);
    ready =
        new Ready(
            new PageButton(parameters.fields(), parameters.speechPath(), config.getFilterName()),
            parameters.speechPath());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Ready now = ready;
    if (now != null
        && request instanceof HttpServletRequest http
        && response instanceof HttpServletResponse httpResponse
        && !isForSpeech(http, now.speechPath())) {
      now.button().pass(http, httpResponse, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** The servlet's own page has its button already. */
  private static boolean isForSpeech(HttpServletRequest request, String speechPath) {
    String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    return path.equals(speechPath) || path.startsWith(speechPath + "/");
  }
}
