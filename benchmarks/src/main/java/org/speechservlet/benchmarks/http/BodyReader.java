package org.speechservlet.benchmarks.http;

import java.nio.ByteBuffer;

/** Takes a body out of its framing, from bytes that are cut anywhere. */
public sealed interface BodyReader permits ChunkedBody, SizedBody {

  /** Takes the content. */
  @FunctionalInterface
  interface Content {

    /** The next bytes stand in the buffer, by index. */
    void take(ByteBuffer bytes, int from, int to) throws BadMessageException;
  }

  /** Reads until the body ends, which gives true, or the input is used up. */
  boolean read(ByteBuffer input, Content content) throws BadMessageException;
}
