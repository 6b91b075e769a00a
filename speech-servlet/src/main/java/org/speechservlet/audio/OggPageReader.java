package org.speechservlet.audio;

import java.nio.ByteBuffer;

/**
 * Reads Ogg pages (RFC 3533, section 6) from bytes that are cut anywhere, and checks of each page
 * the capture pattern, the version and the checksum. What a page holds goes to the consumer as it
 * comes, before the checksum over the whole of it can be known.
 */
final class OggPageReader {

  /** Takes what the pages hold. */
  interface Consumer {

    /** A page begins. */
    void pageBegins(OggPage page) throws AudioException;

    /** The page has these bytes in its segments, by index. */
    void pageHolds(ByteBuffer bytes, int from, int to) throws AudioException;

    /** The page is complete, and its checksum right. */
    void pageEnds() throws AudioException;
  }

  private static final int CAPTURE_PATTERN_BYTES = 4;

  private enum State {
    CAPTURE_PATTERN,
    FIXED_HEADER,
    LACING,
    BODY
  }

  private final ByteGatherer header = new ByteGatherer(OggPage.MAX_HEADER_BYTES);
  private final OggCrc crc = new OggCrc();
  private State state = State.CAPTURE_PATTERN;
  private long position;
  private long pageStart;
  private int checksum;
  private int bodyRest;

  /** {@code start} is where in the upload the first page begins. */
  OggPageReader(long start) {
    this.position = start;
    awaitPage();
  }

  private void awaitPage() {
    state = State.CAPTURE_PATTERN;
    pageStart = position;
    header.await(CAPTURE_PATTERN_BYTES);
  }

  /** Where in the upload the next byte stands. */
  long position() {
    return position;
  }

  /** True if a page has begun that is not complete. */
  boolean isInsidePage() {
    return position > pageStart;
  }

  /** Reads until a page ends, which gives true, or the input is used up. */
  boolean read(ByteBuffer input, Consumer consumer) throws AudioException {
    boolean pageEnded = false;
    while (!pageEnded && input.hasRemaining()) {
      pageEnded = state == State.BODY ? readBody(input, consumer) : readHeader(input, consumer);
    }
    return pageEnded;
  }

  private boolean readHeader(ByteBuffer input, Consumer consumer) throws AudioException {
    int before = input.remaining();
    boolean complete = header.take(input);
    position += before - input.remaining();
    return complete && proceed(consumer);
  }

  private boolean proceed(Consumer consumer) throws AudioException {
    switch (state) {
      case CAPTURE_PATTERN -> {
        checkCapturePattern();
        state = State.FIXED_HEADER;
        header.awaitMore(OggPage.FIXED_HEADER_BYTES - CAPTURE_PATTERN_BYTES);
        return false;
      }
      case FIXED_HEADER -> {
        state = State.LACING;
        header.awaitMore(OggPage.segments(header.bytes()));
        return header.isComplete() && beginPage(consumer);
      }
      default -> {
        return beginPage(consumer);
      }
    }
  }

  private void checkCapturePattern() throws AudioException {
    if (header.bytes().getInt(0) != OggPage.CAPTURE_PATTERN) {
      throw AudioException.malformed(
          pageStart, "The Ogg stream is broken where a page (OggS) was expected");
    }
  }

  private boolean beginPage(Consumer consumer) throws AudioException {
    ByteBuffer bytes = header.bytes();
    checksum = bytes.getInt(OggPage.CHECKSUM_AT);
    bytes.putInt(OggPage.CHECKSUM_AT, 0); // it was computed over a page with 0 in its place
    crc.reset();
    crc.update(bytes, 0, header.size());
    OggPage page = OggPage.read(bytes, pageStart);
    bodyRest = page.bodyBytes();
    state = State.BODY;
    consumer.pageBegins(page);
    return bodyRest == 0 && endPage(consumer);
  }

  private boolean readBody(ByteBuffer input, Consumer consumer) throws AudioException {
    int from = input.position();
    int to = from + Math.min(bodyRest, input.remaining());
    consumer.pageHolds(input, from, to);
    crc.update(input, from, to);
    input.position(to);
    position += to - from;
    bodyRest -= to - from;
    return bodyRest == 0 && endPage(consumer);
  }

  private boolean endPage(Consumer consumer) throws AudioException {
    if (crc.value() != checksum) {
      throw AudioException.malformed(
          pageStart,
          String.format(
              "An Ogg page has the checksum 0x%08X; by its content 0x%08X was expected",
              checksum, crc.value()));
    }
    consumer.pageEnds();
    awaitPage();
    return true;
  }
}
