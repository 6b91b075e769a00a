package org.speechservlet.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Consumer;

/** Receives each request without holding a thread for it, or with one where that must be. */
final class Reception {
  private final AsyncFallback asyncFallback;

  Reception(AsyncFallback asyncFallback) {
    this.asyncFallback = asyncFallback;
  }

  /**
   * Hands the request's browser to somebody who sees to it, some time, that it is completed.
   * Returns at once, or when that has happened.
   */
  void receive(
      HttpServletRequest request, HttpServletResponse response, Consumer<Browser> recipient) {
    if (asyncFallback.mustBlock(request)) {
      BlockingBrowser browser = new BlockingBrowser(request, response);
      recipient.accept(browser);
      browser.serve();
    } else {
      AsyncContext context = request.startAsync();
      context.setTimeout(0); // Whoever gets the browser watches over its time.
      recipient.accept(new AsyncBrowser(context, request, response));
    }
  }
}
