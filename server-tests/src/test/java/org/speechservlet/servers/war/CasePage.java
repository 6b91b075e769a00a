package org.speechservlet.servers.war;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A page of an application behind Spring Security, whose head has what {@code <sec:csrfMetaTags/>}
 * writes into a JSP. In a browser it sends a sample with the headers that the button sends, and
 * shows the answer. Runs in the server.
 */
public final class CasePage extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  /** Called by the server. */
  public CasePage() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CsrfToken token = (CsrfToken) request.getAttribute("_csrf");
    response.setContentType("text/html;charset=UTF-8");
    response.getWriter().write(page(token.getToken(), token.getHeaderName()));
  }

  /** An address with a login in it is none that a script may send to: it goes to the plain one. */
  private static String page(String token, String header) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <title>Case 7</title>
          <meta name="_csrf" content="%s">
          <meta name="_csrf_header" content="%s">
          <script type="module">
            import {headersFor} from '../speech/dictation.js';
            const plain = location.origin + location.pathname + '?plain';
            if (location.search === '?plain') {
              const url = new URL('../speech/recognize', plain).href;
              const body = await (await fetch(new URL('../samples/claim.wav', plain))).blob();
              const answer = await fetch(url, {method: 'POST', headers: headersFor(url, 'POST'), body});
              document.querySelector('p').textContent = answer.status + ' ' + await answer.text();
            } else {
              location.replace(plain);
            }
          </script>
        </head>
        <body><p>Nothing was sent.</p></body>
        </html>
        """
        .formatted(token, header);
  }
}
