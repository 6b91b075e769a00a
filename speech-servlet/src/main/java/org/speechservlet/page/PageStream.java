package org.speechservlet.page;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The bytes of an answer. Each write leads to exactly one write behind it, also where the button
 * comes in, so that {@code isReady} is true to its word.
 */
final class PageStream extends ServletOutputStream {
  private final ServletOutputStream behind;
  private final PageInsertion insertion;

  PageStream(ServletOutputStream behind, PageInsertion insertion) {
    this.behind = behind;
    this.insertion = insertion;
  }

  @Override
  public void write(int unit) throws IOException {
    if (insertion.isSearching()) {
      write(new byte[] {(byte) unit}, 0, 1);
    } else {
      behind.write(unit);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, bytes.length);
    int before =
        count > 0 && insertion.isSearching()
            ? insertion.search(count, i -> bytes[offset + i] & 0xff)
            : -1;
    if (before < 0) {
      behind.write(bytes, offset, count);
      return;
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream(count + 512);
    joined.write(bytes, offset, before);
    joined.writeBytes(insertion.markup().getBytes(StandardCharsets.US_ASCII));
    joined.write(bytes, offset + before, count - before);
    behind.write(joined.toByteArray());
  }

  /**
   * Overrides a method of Servlet 6.1, which is missing in 6.0. What that one does by itself is for
   * answers that do not block only.
   */
  public void write(ByteBuffer buffer) throws IOException {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    write(bytes, 0, bytes.length);
  }

  /** Containers differ in what they make of characters that are not in ISO 8859-1. */
  @Override
  public void print(String text) throws IOException {
    int before =
        text != null && !text.isEmpty() && insertion.isSearching()
            ? insertion.search(text.length(), text::charAt)
            : -1;
    behind.print(
        before < 0
            ? text
            : text.substring(0, before) + insertion.markup() + text.substring(before));
  }

  @Override
  public void flush() throws IOException {
    insertion.withholdLength();
    behind.flush();
  }

  @Override
  public void close() throws IOException {
    behind.close();
  }

  @Override
  public boolean isReady() {
    return behind.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    behind.setWriteListener(listener);
  }
}
