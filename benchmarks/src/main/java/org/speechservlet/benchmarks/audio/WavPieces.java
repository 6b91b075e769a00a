package org.speechservlet.benchmarks.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A tone as WAV, 16 kHz mono, whose length is not known at its start. */
public final class WavPieces implements PieceSource {

  /** Bytes of one second. */
  public static final int BYTES_PER_SECOND = 2 * 16_000;

  private static final int HEADER_BYTES = 44;
  private static final int UNKNOWN_LENGTH = -1;
  private static final int SAMPLE_HZ = 16_000;
  private static final double TONE_HZ = 440;
  private static final double AMPLITUDE = 8_000;

  private final byte[] header = header(UNKNOWN_LENGTH);
  private final byte[] tone;

  /** Each piece lasts so long. */
  public WavPieces(Duration piece) {
    this.tone = tone((int) (piece.toMillis() * BYTES_PER_SECOND / 1000));
  }

  /** A header for so many bytes of samples. */
  static byte[] header(int dataBytes) {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.put(ascii("RIFF")).putInt(dataBytes < 0 ? dataBytes : dataBytes + 36);
    header.put(ascii("WAVEfmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    header.putInt(SAMPLE_HZ).putInt(BYTES_PER_SECOND).putShort((short) 2).putShort((short) 16);
    header.put(ascii("data")).putInt(dataBytes);
    return header.array();
  }

  /** Samples of a tone. */
  static byte[] tone(int bytes) {
    ByteBuffer samples = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < bytes / 2; i++) {
      samples.putShort((short) (AMPLITUDE * Math.sin(2 * Math.PI * TONE_HZ * i / SAMPLE_HZ)));
    }
    return samples.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public BodyLayout layout() {
    return new BodyLayout(HEADER_BYTES, tone.length, 0);
  }

  @Override
  public String contentType() {
    return "audio/wav";
  }

  @Override
  public byte[] preamble() {
    return header;
  }

  @Override
  public void put(ByteBuffer target, int sequence, boolean last, long dueNanos) {
    int at = target.position();
    target.put(tone);
    Stamp.write(target, at, sequence, dueNanos);
  }
}
