package org.speechservlet.servers.client;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Computed tones as a browser might send them: 16-bit PCM. */
public final class Sound {

  private static final int HEADER_BYTES = 44;
  private static final int PCM = 1;
  private static final int SAMPLE_BYTES = 2;
  private static final int AMPLITUDE = 8_000;
  private static final int TONE_HZ = 440;

  private Sound() {}

  /** A tone in a WAV file. */
  public static byte[] wav(Duration length, int rateHz, int channels) {
    byte[] samples = samples(length, rateHz, channels, ByteOrder.LITTLE_ENDIAN);
    int frameBytes = channels * SAMPLE_BYTES;
    return ByteBuffer.allocate(HEADER_BYTES + samples.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt(HEADER_BYTES - 8 + samples.length)
        .put(ascii("WAVEfmt "))
        .putInt(16)
        .putShort((short) PCM)
        .putShort((short) channels)
        .putInt(rateHz)
        .putInt(rateHz * frameBytes)
        .putShort((short) frameBytes)
        .putShort((short) (8 * SAMPLE_BYTES))
        .put(ascii("data"))
        .putInt(samples.length)
        .put(samples)
        .array();
  }

  /** A tone as RFC 2586 has it, without a header: the high byte first, one channel. */
  public static byte[] l16(Duration length, int rateHz) {
    return samples(length, rateHz, 1, ByteOrder.BIG_ENDIAN);
  }

  private static byte[] samples(Duration length, int rateHz, int channels, ByteOrder order) {
    int frames = Math.toIntExact(length.toMillis() * rateHz / 1_000);
    ByteBuffer samples = ByteBuffer.allocate(frames * channels * SAMPLE_BYTES).order(order);
    for (int frame = 0; frame < frames; frame++) {
      double phase = 2 * Math.PI * TONE_HZ * frame / rateHz;
      for (int channel = 0; channel < channels; channel++) {
        samples.putShort((short) (AMPLITUDE * Math.sin(phase)));
      }
    }
    return samples.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
