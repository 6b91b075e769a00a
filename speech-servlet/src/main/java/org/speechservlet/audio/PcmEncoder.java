package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Gathers samples as little-endian bytes, so that they go out in few pieces. */
final class PcmEncoder {
  private static final int CAPACITY_BYTES = 8 * 1024;

  private final ByteBuffer bytes =
      ByteBuffer.allocate(CAPACITY_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  /** Takes the first samples of an array, rounded to 16 bits; what is too loud is clipped. */
  void encode(float[] samples, int count, WavOutput output) throws AudioException {
    for (int i = 0; i < count; i++) {
      if (!bytes.hasRemaining()) {
        flush(output);
      }
      bytes.putShort(round(samples[i]));
    }
  }

  /** Takes the first samples of an array. */
  void encode(short[] samples, int count, WavOutput output) throws AudioException {
    for (int i = 0; i < count; i++) {
      if (!bytes.hasRemaining()) {
        flush(output);
      }
      bytes.putShort(samples[i]);
    }
  }

  /** To the nearest; the sum is positive, where a cast rounds down. */
  private static short round(float sample) {
    int rounded = (int) (sample + 32768.5f) - 32768;
    return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, rounded));
  }

  void flush(WavOutput output) throws AudioException {
    bytes.flip();
    try {
      output.write(bytes);
    } finally {
      bytes.clear();
    }
  }

  /** Forgets what was not put out. */
  void clear() {
    bytes.clear();
  }
}
