package org.speechservlet.page;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** An answer into which the button comes while it is written, if it is a page. */
final class PageResponse extends HttpServletResponseWrapper {
  private final PageInsertion insertion;
  private @Nullable PageStream stream;
  private @Nullable PageWriter writer;

  PageResponse(HttpServletResponse response, PageInsertion insertion) {
    super(response);
    this.insertion = insertion;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    PageStream existing = stream;
    if (existing == null) {
      existing = new PageStream(super.getOutputStream(), insertion);
      stream = existing;
    }
    return existing;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    PageWriter existing = writer;
    if (existing == null) {
      existing = new PageWriter(super.getWriter(), insertion);
      writer = existing;
    }
    return existing;
  }

  @Override
  public void flushBuffer() throws IOException {
    insertion.withholdLength();
    super.flushBuffer();
  }

  @Override
  public void reset() {
    super.reset();
    insertion.reset();
    stream = null;
    writer = null;
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    insertion.resetContent();
  }

  @Override
  public void setContentLength(int length) {
    setContentLengthLong(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    insertion.announce(length);
  }

  @Override
  public void setHeader(String name, String value) {
    if (!takeOver(name, value)) {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (!takeOver(name, value)) {
      super.addHeader(name, value);
    }
  }

  /** Looks at a field that the application sets; returns whether it is dealt with by that. */
  private boolean takeOver(String name, @Nullable String value) {
    if (name.equalsIgnoreCase("Content-Encoding")) {
      insertion.announceCoding(value);
    }
    boolean isLength = isLength(name) && value != null && value.matches("\\d{1,18}");
    if (isLength) {
      setContentLengthLong(Long.parseLong(value));
    }
    return isLength;
  }

  @Override
  public void setIntHeader(String name, int value) {
    if (isLength(name)) {
      setContentLengthLong(value);
    } else {
      super.setIntHeader(name, value);
    }
  }

  @Override
  public void addIntHeader(String name, int value) {
    if (isLength(name)) {
      setContentLengthLong(value);
    } else {
      super.addIntHeader(name, value);
    }
  }

  private static boolean isLength(String name) {
    return name.equalsIgnoreCase("Content-Length");
  }

  /** The filter's part is over, and nobody writes later. */
  void end() {
    insertion.endWithoutContent();
  }
}
