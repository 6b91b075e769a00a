package org.speechservlet.local.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The identification header of an Opus stream (RFC 7845, section 5.1).
 *
 * @param channelCount 1 or 2
 * @param preSkip how many samples at 48 kHz to drop at the start
 * @param outputGain what to amplify the output by, in 1/256 dB
 */
record OpusHead(int channelCount, int preSkip, int outputGain) {

  private static final byte[] MAGIC = "OpusHead".getBytes(StandardCharsets.US_ASCII);
  private static final int MIN_BYTES = 19;
  private static final int MAJOR_VERSION_MASK = 0xF0;

  /** Tells whether a packet is an identification header at all. */
  static boolean isHead(byte[] packet) {
    return packet.length >= MIN_BYTES
        && ByteBuffer.wrap(packet, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
  }

  /** Reads an identification header. */
  static OpusHead read(byte[] packet) throws UnsupportedAudioException {
    ByteBuffer head = ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN);
    int version = head.get(8);
    int channelCount = Byte.toUnsignedInt(head.get(9));
    if ((version & MAJOR_VERSION_MASK) != 0 || channelCount < 1 || channelCount > 2) {
      throw new UnsupportedAudioException(
          "Opus version %d with %d channel(s); heard is version 1 with 1 or 2 channels"
              .formatted(version, channelCount));
    }
    return new OpusHead(channelCount, Short.toUnsignedInt(head.getShort(10)), head.getShort(16));
  }
}
