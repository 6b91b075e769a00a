package org.speechservlet.benchmarks.http;

import java.nio.ByteBuffer;

/** A body whose length was said. */
final class SizedBody implements BodyReader {
  private long rest;

  SizedBody(long bytes) {
    this.rest = bytes;
  }

  @Override
  public boolean read(ByteBuffer input, Content content) throws BadMessageException {
    int from = input.position();
    int count = (int) Math.min(rest, input.remaining());
    if (count > 0) {
      content.take(input, from, from + count);
      input.position(from + count);
      rest -= count;
    }
    return rest == 0;
  }
}
