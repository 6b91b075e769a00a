package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Follows the packets behind the OpusHead through the pages of a stream, and counts how long they
 * last. Of a packet only its first bytes are kept.
 *
 * <p>An empty packet counts as nothing: decoders skip it (RFC 7845, section 3), and some recorders
 * end a stream with one.
 */
final class OpusPackets {

  /** The most that the comment header, which stands in front of the audio, may have. */
  static final int MAX_TAGS_BYTES = 1024 * 1024;

  private static final byte[] TAGS = "OpusTags".getBytes(StandardCharsets.US_ASCII);

  private final OpusTime time;
  private final byte[] head = new byte[TAGS.length];
  private OggPage page;
  private int segment;
  private int segmentRest;
  private boolean insidePacket;
  private boolean insideTags = true;
  private int packetBytes;

  /** {@code first} is the page that the OpusHead stood on. */
  OpusPackets(OggPage first, OpusHead opus, AudioOutput output) {
    this.page = first;
    this.time = new OpusTime(opus, output);
  }

  /** True if the page before ended inside a packet. */
  boolean isInsidePacket() {
    return insidePacket;
  }

  void pageBegins(OggPage next) {
    page = next;
    segment = -1;
    segmentRest = 0;
  }

  void pageHolds(ByteBuffer bytes, int from, int to) throws AudioException {
    int at = from;
    while (at < to) {
      while (segmentRest == 0) {
        openSegment();
      }
      int count = Math.min(segmentRest, to - at);
      take(bytes, at, count);
      at += count;
      segmentRest -= count;
      if (segmentRest == 0) {
        closeSegment();
      }
    }
  }

  /** Follows the segments without bytes at the end of a page. */
  void pageEnds() throws AudioException {
    while (segment < page.segments() - 1) {
      openSegment();
    }
  }

  private void openSegment() throws AudioException {
    segment++;
    segmentRest = page.segmentBytes(segment);
    if (segmentRest == 0) {
      closeSegment();
    }
  }

  private void closeSegment() throws AudioException {
    insidePacket = page.segmentBytes(segment) == OggPage.FULL_SEGMENT_BYTES;
    if (!insidePacket) {
      endPacket();
    }
  }

  private void take(ByteBuffer bytes, int at, int count) throws AudioException {
    for (int i = 0; i < count && packetBytes + i < head.length; i++) {
      head[packetBytes + i] = bytes.get(at + i);
    }
    int before = packetBytes;
    packetBytes += count;
    if (insideTags) {
      checkTags();
    } else if (isDecided(packetBytes) && !isDecided(before)) {
      count();
    }
  }

  private boolean isDecided(int bytes) {
    return bytes >= 2 || (bytes == 1 && OpusPacket.isDecidedBy(head[0]));
  }

  private void count() throws AudioException {
    int samples = OpusPacket.samples(head[0], head[1]);
    if (samples < 1 || samples > OpusPacket.MAX_SAMPLES) {
      throw broken("has an Opus packet of " + samples / 48.0 + " ms; 2.5 to 120 ms are possible");
    }
    time.advance(samples);
  }

  private void checkTags() throws AudioException {
    if (packetBytes > MAX_TAGS_BYTES) {
      throw broken("has more than " + MAX_TAGS_BYTES + " bytes of comments (OpusTags)");
    }
    int known = Math.min(packetBytes, TAGS.length);
    if (!Arrays.equals(head, 0, known, TAGS, 0, known)) {
      throw broken("has another packet where the comment header (OpusTags) was expected");
    }
  }

  private void endPacket() throws AudioException {
    if (insideTags && packetBytes < TAGS.length) {
      throw broken("has a comment header (OpusTags) of " + packetBytes + " bytes");
    }
    if (!insideTags && packetBytes > 0 && !isDecided(packetBytes)) {
      throw broken("has an Opus packet that ends before it says how many frames it has");
    }
    insideTags = false;
    packetBytes = 0;
  }

  private AudioException broken(String problem) {
    return AudioException.malformed(page.start(), "An Ogg page " + problem);
  }
}
