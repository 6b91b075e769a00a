package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Makes samples, and WAV files of them. */
final class Pcm {
  static final int SECOND = 16_000;

  private Pcm() {}

  /** A sine of some amplitude, rounded. */
  static short[] tone(double hz, double rateHz, int count, double amplitude) {
    short[] samples = new short[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hz * i / rateHz + 0.3));
    }
    return samples;
  }

  /** Noise that is foretold a little from sample to sample, as speech is. */
  static short[] speechLike(int count, int amplitude) {
    Random random = new Random(11);
    short[] samples = new short[count];
    double value = 0;
    for (int i = 0; i < count; i++) {
      value = 0.95 * value + 0.3 * random.nextGaussian();
      samples[i] = (short) Math.max(-amplitude, Math.min(amplitude, value * amplitude / 3));
    }
    return samples;
  }

  static byte[] bytes(short[] samples, ByteOrder order) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(order);
    bytes.asShortBuffer().put(samples);
    return bytes.array();
  }

  static byte[] bytes(short[] samples) {
    return bytes(samples, ByteOrder.LITTLE_ENDIAN);
  }

  /** A plain WAV file. */
  static byte[] wav(int rateHz, int channels, short[] samples) {
    byte[] data = bytes(samples);
    return join(riff(), chunk("fmt ", fmt(1, channels, rateHz, 16)), chunk("data", data));
  }

  static byte[] riff() {
    return join(latin1("RIFF"), int32(-1), latin1("WAVE"));
  }

  static byte[] fmt(int tag, int channels, int rateHz, int bits) {
    ByteBuffer fmt = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    int frameBytes = channels * bits / 8;
    fmt.putShort((short) tag).putShort((short) channels).putInt(rateHz);
    fmt.putInt(rateHz * frameBytes).putShort((short) frameBytes).putShort((short) bits);
    return fmt.array();
  }

  /** WAVEFORMATEXTENSIBLE with the sub-format of a tag. */
  static byte[] extensible(int tag, int channels, int rateHz, int bits) {
    byte[] guidRest = {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B};
    return join(
        fmt(0xFFFE, channels, rateHz, bits),
        new byte[] {22, 0, (byte) bits, 0, 4, 0, 0, 0, (byte) tag, 0},
        guidRest,
        new byte[] {0x71});
  }

  /** A chunk whose size is true, with its padding. */
  static byte[] chunk(String id, byte[] content) {
    return join(chunk(id, content.length, content), new byte[content.length % 2]);
  }

  /** A chunk that says that it has {@code size} bytes, whatever it has. */
  static byte[] chunk(String id, int size, byte[] content) {
    return join(latin1(id), int32(size), content);
  }

  static byte[] int32(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer joined = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      joined.put(part);
    }
    return joined.array();
  }
}
