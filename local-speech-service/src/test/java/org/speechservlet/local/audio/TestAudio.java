package org.speechservlet.local.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Audio for tests: recorded (see the README beside the files), computed, and cut in any way. */
public final class TestAudio {

  private static final int HEADER_BYTES = 44;

  private TestAudio() {}

  /** A recording of {@code src/test/resources}. */
  public static byte[] file(String name) throws IOException {
    try (InputStream file = TestAudio.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IOException("No test resource " + name);
      }
      return file.readAllBytes();
    }
  }

  /** The samples of a WAV file with the usual header of 44 bytes. */
  static short[] wavSamples(String name) throws IOException {
    byte[] file = file(name);
    short[] samples = new short[(file.length - HEADER_BYTES) / Short.BYTES];
    ByteBuffer.wrap(file, HEADER_BYTES, file.length - HEADER_BYTES)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(samples);
    return samples;
  }

  /** A sine of this frequency, amplitude and length at this rate. */
  public static short[] sine(int rateHz, double frequencyHz, double amplitude, int count) {
    short[] samples = new short[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * frequencyHz * i / rateHz));
    }
    return samples;
  }

  /** A WAV file of 16 kHz mono with honest sizes. */
  public static byte[] wav(short[] samples) {
    return new WavBuilder().data(samples).build();
  }

  /** Silence of this many samples as a WAV file. */
  public static byte[] silentWav(int count) {
    return wav(new short[count]);
  }

  /** Feeds the bytes in pieces of this size, then ends. */
  static void feed(AudioDecoder decoder, byte[] bytes, int pieceBytes)
      throws MalformedAudioException, UnsupportedAudioException {
    for (int i = 0; i < bytes.length; i += pieceBytes) {
      decoder.decode(
          ByteBuffer.wrap(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + pieceBytes))));
    }
    decoder.end();
  }
}
