package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the {@code fmt} chunk of a WAV file: WAVEFORMATEX, or WAVEFORMATEXTENSIBLE with a
 * sub-format (Microsoft, mmreg.h). The frame and byte rates that the chunk repeats are not looked
 * at: encoders written by hand often get them wrong, and channel count and sample size say all.
 */
final class WavFormatChunk {

  /** The least that a chunk must have. */
  static final int MIN_BYTES = 16;

  /** What is read of a chunk, if it has so much. */
  static final int MAX_BYTES = 40;

  private static final int TAG_AT = 0;
  private static final int CHANNELS_AT = 2;
  private static final int RATE_AT = 4;
  private static final int BITS_AT = 14;
  private static final int SUB_FORMAT_AT = 24;

  private static final int PCM = 0x0001;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int BITS = 16;

  /** The last 14 bytes of a sub-format that stands for a format tag (KSDATAFORMAT_SUBTYPE). */
  private static final byte[] TAG_GUID_REST = {
    0x00,
    0x00,
    0x00,
    0x00,
    0x10,
    0x00,
    (byte) 0x80,
    0x00,
    0x00,
    (byte) 0xAA,
    0x00,
    0x38,
    (byte) 0x9B,
    0x71
  };

  private WavFormatChunk() {}

  /**
   * Reads a chunk.
   *
   * @param chunk its content, little-endian, from index 0
   * @param chunkStart where in the upload its header stands
   */
  static PcmFormat read(ByteBuffer chunk, long chunkStart) throws AudioException {
    int tag = tag(chunk, chunkStart);
    int bits = chunk.getShort(BITS_AT) & 0xFFFF;
    if (tag != PCM || bits != BITS) {
      throw AudioException.unsupported(
          "The WAV file holds "
              + name(tag, bits)
              + "; accepted is 16-bit PCM, so convert it to"
              + " that, or send Ogg/Opus.");
    }
    int channels = chunk.getShort(CHANNELS_AT) & 0xFFFF;
    if (channels == 0) {
      throw AudioException.malformed(chunkStart, "The WAV file's fmt chunk says 0 channels");
    }
    long rateHz = chunk.getInt(RATE_AT) & 0xFFFF_FFFFL;
    if (!PcmFormat.isRateAccepted(rateHz)) {
      throw AudioException.unsupported(
          "The WAV file has a sample rate of "
              + rateHz
              + " Hz; accepted are "
              + RatePlan.MIN_HZ
              + " to "
              + RatePlan.MAX_HZ
              + " Hz.");
    }
    return new PcmFormat((int) rateHz, channels, ByteOrder.LITTLE_ENDIAN);
  }

  private static int tag(ByteBuffer chunk, long chunkStart) throws AudioException {
    int tag = chunk.getShort(TAG_AT) & 0xFFFF;
    if (tag != EXTENSIBLE) {
      return tag;
    }
    if (chunk.remaining() < MAX_BYTES) {
      throw AudioException.malformed(
          chunkStart,
          "The WAV file's fmt chunk is of the extensible kind, which needs "
              + MAX_BYTES
              + " bytes, and has "
              + chunk.remaining());
    }
    ByteBuffer rest = chunk.slice(SUB_FORMAT_AT + 2, TAG_GUID_REST.length);
    return rest.equals(ByteBuffer.wrap(TAG_GUID_REST))
        ? chunk.getShort(SUB_FORMAT_AT) & 0xFFFF
        : EXTENSIBLE;
  }

  private static String name(int tag, int bits) {
    return switch (tag) {
      case PCM -> bits + "-bit PCM";
      case 0x0002 -> "Microsoft ADPCM";
      case 0x0003 -> bits + "-bit floating point samples";
      case 0x0006 -> "A-law";
      case 0x0007 -> "mu-law";
      case 0x0011 -> "IMA ADPCM";
      case 0x0031 -> "GSM 6.10";
      case 0x0050, 0x0055 -> "MP3";
      case 0x00FF, 0x1610 -> "AAC";
      case 0x704F -> "Opus";
      case EXTENSIBLE -> "an extensible format that is not PCM";
      default -> String.format("audio of format 0x%04X", tag);
    };
  }
}
