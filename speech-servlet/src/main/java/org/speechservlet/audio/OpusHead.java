package org.speechservlet.audio;

import java.nio.ByteBuffer;

/**
 * The identification header of an Opus stream (RFC 7845, section 5.1).
 *
 * @param channels 1 or 2
 * @param preSkipSamples how many samples of 48 kHz at the start are no audio
 */
record OpusHead(int channels, int preSkipSamples) {

  /** Length without a channel mapping. */
  static final int MIN_BYTES = 19;

  /** Length with a mapping of 255 channels, the longest that there is. */
  static final int MAX_BYTES = 21 + 255;

  private static final int VERSION_AT = 8;
  private static final int CHANNELS_AT = 9;
  private static final int PRE_SKIP_AT = 10;
  private static final int FAMILY_AT = 18;

  /** Only the upper half of the version says that a header cannot be read (section 5.1, 2). */
  private static final int MAJOR_VERSION = 0xF0;

  /**
   * Reads the packet of a stream's first page.
   *
   * @param packet little-endian, from index 0
   * @param start where in the upload its page begins
   */
  static OpusHead read(ByteBuffer packet, long start) throws AudioException {
    String codec = OggCodec.name(packet);
    if (!codec.equals(OggCodec.OPUS)) {
      throw AudioException.unsupported(
          "The Ogg file holds "
              + codec
              + "; accepted is Opus, or one of "
              + RefusedFormats.ACCEPTED);
    }
    if (packet.remaining() < MIN_BYTES) {
      throw AudioException.malformed(
          start, "The OpusHead has " + packet.remaining() + " bytes; it needs " + MIN_BYTES);
    }
    int version = packet.get(VERSION_AT) & 0xFF;
    if ((version & MAJOR_VERSION) != 0) {
      throw AudioException.unsupported(
          "The Opus stream has version " + version + "; accepted are 0 to 15.");
    }
    return checkChannels(packet, start);
  }

  private static OpusHead checkChannels(ByteBuffer packet, long start) throws AudioException {
    int family = packet.get(FAMILY_AT) & 0xFF;
    int channels = packet.get(CHANNELS_AT) & 0xFF;
    if (family != 0) {
      throw AudioException.unsupported(
          "The Opus stream has "
              + channels
              + " channels in mapping family "
              + family
              + "; accepted are one or two channels (family 0).");
    }
    if (channels < 1 || channels > 2) {
      throw AudioException.malformed(
          start, "The OpusHead says " + channels + " channels; its family has 1 or 2");
    }
    return new OpusHead(channels, packet.getShort(PRE_SKIP_AT) & 0xFFFF);
  }
}
