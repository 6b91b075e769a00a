package org.speechservlet.audio;

/** How long an Opus packet lasts, by its first bytes (RFC 6716, section 3.1 and 3.2). */
final class OpusPacket {

  /** The longest packet that the format allows, in samples of 48 kHz: 120 ms. */
  static final int MAX_SAMPLES = 5760;

  /** Larger ones are to be taken for broken (RFC 7845, section 6). */
  static final int MAX_BYTES = 61_440;

  private static final int CODE_MASK = 0x03;
  private static final int CODE_COUNTED = 3;
  private static final int COUNT_MASK = 0x3F;
  private static final int HYBRID_FROM = 12;
  private static final int CELT_FROM = 16;

  private OpusPacket() {}

  /** True if the duration stands in the first byte alone; else the second is needed too. */
  static boolean isDecidedBy(byte toc) {
    return (toc & CODE_MASK) != CODE_COUNTED;
  }

  /**
   * The duration in samples of 48 kHz; not in 1 to {@link #MAX_SAMPLES} if the packet is illegal.
   *
   * @param second looked at only if the first does not decide
   */
  static int samples(byte toc, byte second) {
    int frames =
        switch (toc & CODE_MASK) {
          case 0 -> 1;
          case CODE_COUNTED -> second & COUNT_MASK;
          default -> 2;
        };
    return frames * frameSamples((toc & 0xFF) >> 3);
  }

  private static int frameSamples(int configuration) {
    if (configuration >= CELT_FROM) {
      return 120 << (configuration & 3); // 2.5, 5, 10, 20 ms
    }
    if (configuration >= HYBRID_FROM) {
      return 480 << (configuration & 1); // 10, 20 ms
    }
    int step = configuration & 3;
    return step == 3 ? 2880 : 480 << step; // 10, 20, 40, 60 ms
  }
}
