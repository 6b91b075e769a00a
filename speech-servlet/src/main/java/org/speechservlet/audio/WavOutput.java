package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Puts 16 kHz mono PCM out as a WAV file of unknown length: a header of {@value #HEADER_BYTES}
 * bytes whose two sizes are zero, as the Speech SDKs write it, then the samples.
 */
final class WavOutput {
  static final int HEADER_BYTES = 44;

  private static final int SAMPLE_BYTES = 2;
  private static final int TICKS_PER_SAMPLE = AudioOutput.CLOCK_HZ / RatePlan.OUTPUT_HZ;

  private final AudioOutput output;

  WavOutput(AudioOutput output) {
    this.output = output;
  }

  void open() {
    output.open(UpstreamFormat.WAV_PCM_16K);
    output.write(header());
  }

  /** Puts out whole samples, little-endian: as many as the limit has room for. */
  void write(ByteBuffer samples) throws AudioException {
    int end = samples.limit();
    long roomBytes = output.remainingTicks() / TICKS_PER_SAMPLE * SAMPLE_BYTES;
    int length = (int) Math.min(samples.remaining(), roomBytes);
    output.advance((long) length / SAMPLE_BYTES * TICKS_PER_SAMPLE);
    samples.limit(samples.position() + length);
    output.write(samples);
    samples.limit(end);
    if (samples.hasRemaining()) {
      output.advance((long) samples.remaining() * TICKS_PER_SAMPLE);
    }
  }

  private static ByteBuffer header() {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.put(ascii("RIFF")).putInt(0).put(ascii("WAVE"));
    header.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    header.putInt(RatePlan.OUTPUT_HZ).putInt(RatePlan.OUTPUT_HZ * SAMPLE_BYTES);
    header.putShort((short) SAMPLE_BYTES).putShort((short) (SAMPLE_BYTES * Byte.SIZE));
    header.put(ascii("data")).putInt(0);
    return header.flip();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
