package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes Opus packets from another container as Ogg/Opus (RFC 7845), unchanged, with positions that
 * are the sum of the packets' own durations.
 *
 * <p>A page goes out when the next packet would make it longer than {@value #PAGE_MILLIS} ms: so
 * there is always a packet left for the last page, on which the end of the stream is marked.
 */
final class OggOpusWriter {
  private static final int PAGE_MILLIS = 200;
  private static final int SAMPLES_PER_MILLI = AudioOutput.CLOCK_HZ / 1000;
  private static final int PAGE_SAMPLES = PAGE_MILLIS * SAMPLES_PER_MILLI;
  private static final byte[] TAGS = "OpusTags".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] VENDOR = "speech-servlet".getBytes(StandardCharsets.US_ASCII);

  private final OggPageWriter pages;
  private final OpusTime time;
  private long granule;
  private int pageSamples;
  private int discardedSamples;

  /**
   * Begins the stream: says its format, and writes its two header pages.
   *
   * @param head the OpusHead, checked before
   */
  OggOpusWriter(OpusHead head, ByteBuffer packet, AudioOutput output) {
    this.pages = new OggPageWriter(output);
    this.time = new OpusTime(head, output);
    output.open(UpstreamFormat.OGG_OPUS);
    pages.put(packet);
    pages.write(OggPage.FIRST, 0);
    pages.put(tags());
    pages.write(0, 0);
  }

  /** A comment header without comments (RFC 7845, section 5.2). */
  private static ByteBuffer tags() {
    ByteBuffer tags = ByteBuffer.allocate(TAGS.length + 4 + VENDOR.length + 4);
    tags.order(ByteOrder.LITTLE_ENDIAN).put(TAGS).putInt(VENDOR.length).put(VENDOR).putInt(0);
    return tags.flip();
  }

  /**
   * Takes the next packet. One without bytes is passed over, as decoders do.
   *
   * @param packet from its position to its limit
   * @param start where in the upload it begins
   */
  void packet(ByteBuffer packet, long start) throws AudioException {
    if (packet.hasRemaining()) {
      int samples = samples(packet, start);
      time.advance(samples);
      if (!pages.isEmpty() && !fits(packet.remaining(), samples)) {
        writePage(0, granule);
      }
      pages.put(packet);
      pageSamples += samples;
      granule += samples;
      discardedSamples = 0;
    }
  }

  private static int samples(ByteBuffer packet, long start) throws AudioException {
    int bytes = packet.remaining();
    if (bytes > OpusPacket.MAX_BYTES) {
      throw AudioException.malformed(
          start, "An Opus packet has " + bytes + " bytes; it may have " + OpusPacket.MAX_BYTES);
    }
    byte toc = packet.get(packet.position());
    if (bytes == 1 && !OpusPacket.isDecidedBy(toc)) {
      throw AudioException.malformed(
          start, "An Opus packet ends before it says how many frames it has");
    }
    int samples = OpusPacket.samples(toc, bytes == 1 ? 0 : packet.get(packet.position() + 1));
    if (samples < 1 || samples > OpusPacket.MAX_SAMPLES) {
      throw AudioException.malformed(
          start,
          "An Opus packet lasts "
              + samples / (double) SAMPLES_PER_MILLI
              + " ms; 2.5 to 120 ms are possible");
    }
    return samples;
  }

  private boolean fits(int packetBytes, int samples) {
    return pages.hasRoomFor(packetBytes) && pageSamples + samples <= PAGE_SAMPLES;
  }

  private void writePage(int flags, long position) {
    pages.write(flags, position);
    pageSamples = 0;
  }

  /**
   * Says that of the packets taken last, some samples at the end are no audio. Counts only if no
   * packet follows, and not beyond the last page (RFC 7845, section 4.4).
   */
  void discardEnd(long samples) {
    discardedSamples = (int) Math.max(0, Math.min(samples, pageSamples));
  }

  /** True if no packet was taken. */
  boolean isEmpty() {
    return granule == 0;
  }

  /** Ends the stream, which has at least one packet. */
  void end() {
    writePage(OggPage.LAST, granule - discardedSamples);
  }
}
