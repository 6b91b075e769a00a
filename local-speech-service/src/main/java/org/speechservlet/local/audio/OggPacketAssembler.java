package org.speechservlet.local.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts packets together that are laced over segments and pages (RFC 3533, section 5). */
final class OggPacketAssembler {

  /** More than the longest Opus packet, 48 frames of 1,275 bytes. */
  static final int MAX_PACKET_BYTES = 64 * 1024;

  private static final int FULL_SEGMENT_BYTES = 255;

  private byte[] begun = new byte[0];

  /** The packets that end on this page; what begins on it only is kept for the next page. */
  List<byte[]> packets(OggPage page) throws MalformedAudioException {
    if (!page.isContinued()) {
      begun = new byte[0];
    }
    List<byte[]> packets = new ArrayList<>();
    int from = OggPage.HEADER_BYTES + page.segmentCount();
    int to = from;
    for (int i = 0; i < page.segmentCount(); i++) {
      to += page.segmentBytes(i);
      if (page.segmentBytes(i) < FULL_SEGMENT_BYTES) {
        packets.add(extend(page, from, to));
        begun = new byte[0];
        from = to;
      }
    }
    begun = extend(page, from, to);
    return packets;
  }

  private byte[] extend(OggPage page, int from, int to) throws MalformedAudioException {
    int length = begun.length + to - from;
    if (length > MAX_PACKET_BYTES) {
      throw new MalformedAudioException(
          page.byteOffset(),
          "A packet has " + length + " bytes or more; Opus has at most " + MAX_PACKET_BYTES);
    }
    byte[] packet = Arrays.copyOf(begun, length);
    System.arraycopy(page.copy(from, to), 0, packet, begun.length, to - from);
    return packet;
  }
}
