package org.speechservlet.servlet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A filter that compresses whatever is printed, as applications have them. */
final class GzipFilter extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Content-Encoding", "gzip");
    Compressed compressed = new Compressed(response);
    chain.doFilter(request, compressed);
    compressed.writer.close();
  }

  /** What the application writes to. */
  private static final class Compressed extends HttpServletResponseWrapper {
    private final PrintWriter writer;

    Compressed(HttpServletResponse response) throws IOException {
      super(response);
      writer =
          new PrintWriter(
              new OutputStreamWriter(
                  new GZIPOutputStream(response.getOutputStream()), StandardCharsets.UTF_8));
    }

    @Override
    public PrintWriter getWriter() {
      return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
      throw new IllegalStateException("only what is printed is compressed");
    }

    @Override
    public void setContentLengthLong(long length) {
      // it will be another
    }

    @Override
    public void flushBuffer() {
      writer.flush();
    }
  }
}
