package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole Ogg/Opus file taken apart, with what RFC 3533 and RFC 7845 demand of it checked.
 *
 * @param packets all packets, those of the headers too
 * @param pages how many packets each page of audio has
 * @param granules the position at the end of each page of audio
 */
record OggPackets(List<byte[]> packets, List<Integer> pages, List<Long> granules) {

  static OggPackets of(byte[] file) {
    List<byte[]> packets = new ArrayList<>();
    List<Integer> pages = new ArrayList<>();
    List<Long> granules = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    for (int sequence = 0; bytes.hasRemaining(); sequence++) {
      int before = packets.size();
      granules.add(readPage(bytes, sequence, packets));
      pages.add(packets.size() - before);
    }
    assertEquals(List.of(1, 1), pages.subList(0, 2), "each header has a page of its own");
    assertEquals(List.of(0L, 0L), granules.subList(0, 2));
    assertTrue(
        new String(packets.get(1), 0, 8, java.nio.charset.StandardCharsets.US_ASCII)
            .equals("OpusTags"));
    return new OggPackets(
        packets, pages.subList(2, pages.size()), granules.subList(2, granules.size()));
  }

  private static long readPage(ByteBuffer bytes, int sequence, List<byte[]> packets) {
    int start = bytes.position();
    int segments = bytes.get(start + 26) & 0xFF;
    byte[] lacing = new byte[segments];
    bytes.get(start + 27, lacing);
    bytes.position(start + 27 + segments);
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    for (byte size : lacing) {
      byte[] segment = new byte[size & 0xFF];
      bytes.get(segment);
      packet.writeBytes(segment);
      if (segment.length < 255) {
        packets.add(packet.toByteArray());
        packet.reset();
      }
    }
    assertEquals(0, packet.size(), "no packet goes on on the next page");
    assertTrue(segments > 0, "no page is empty");
    int flags = bytes.get(start + 5);
    int expected =
        (sequence == 0 ? OggBytes.FIRST : 0) | (bytes.hasRemaining() ? 0 : OggBytes.LAST);
    assertEquals(expected, flags, "flags of page " + sequence);
    byte[] page = new byte[bytes.position() - start];
    bytes.get(start, page);
    assertFalse(page.length == 0);
    assertEquals(sequence, bytes.getInt(start + 18));
    assertEquals(bytes.getInt(start + 22), OggBytes.checksumOf(page), "checksum");
    return bytes.getLong(start + 6);
  }

  byte[] head() {
    return packets.get(0);
  }

  List<byte[]> audio() {
    return packets.subList(2, packets.size());
  }

  int preSkip() {
    return ByteBuffer.wrap(head()).order(ByteOrder.LITTLE_ENDIAN).getShort(10) & 0xFFFF;
  }

  int channels() {
    return head()[9];
  }

  long lastGranule() {
    return granules.get(granules.size() - 1);
  }
}
