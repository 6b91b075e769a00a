package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The first page of an Ogg file, held until it is known to begin an Opus stream: the OpusHead
 * stands alone on it (RFC 7845, section 3).
 */
final class OpusFirstPage implements OggPageReader.Consumer {
  private final long start;
  private final ByteBuffer bytes =
      ByteBuffer.allocate(OggPage.MAX_HEADER_BYTES + OpusHead.MAX_BYTES)
          .order(ByteOrder.LITTLE_ENDIAN);

  /** {@code start} is where in the upload the page begins. */
  OpusFirstPage(long start) {
    this.start = start;
  }

  @Override
  public void pageBegins(OggPage page) throws AudioException {
    int bodyBytes = page.bodyBytes();
    if (!page.first()) {
      throw broken("does not begin a stream");
    }
    if (bodyBytes > OpusHead.MAX_BYTES) {
      throw broken("holds " + bodyBytes + " bytes; an OpusHead has at most " + OpusHead.MAX_BYTES);
    }
    if (page.segments() != bodyBytes / OggPage.FULL_SEGMENT_BYTES + 1) {
      throw broken("holds something else than one packet, the header");
    }
  }

  private AudioException broken(String problem) {
    return AudioException.malformed(start, "The first page of the Ogg file " + problem);
  }

  @Override
  public void pageHolds(ByteBuffer source, int from, int to) {}

  @Override
  public void pageEnds() {}

  /** Keeps what was read of the page: {@code source} from an index to its position. */
  void keep(ByteBuffer source, int from) {
    bytes.put(source.duplicate().limit(source.position()).position(from));
  }

  /** The page as it came, once it is complete. */
  ByteBuffer bytes() {
    return bytes.duplicate().flip();
  }

  /** The stream that the complete page begins. */
  OpusStream stream(AudioOutput output) throws AudioException {
    OggPage page = OggPage.read(bytes, start);
    ByteBuffer packet = bytes().position(page.headerBytes()).slice();
    return new OpusStream(
        page, OpusHead.read(packet.order(ByteOrder.LITTLE_ENDIAN), start), output);
  }
}
