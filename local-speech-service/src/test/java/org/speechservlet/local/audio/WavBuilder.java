package org.speechservlet.local.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Builds WAV files, honest ones and others. Chunks come in the order in which they are added. */
public final class WavBuilder {

  private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
  private int tag = 1;
  private int channels = 1;
  private int rateHz = 16_000;
  private int bits = 16;
  private int blockAlign = 2;
  private int formatBytes = 16;
  private boolean isFormatWritten;
  private int riffSize = -2;

  /** The codec of the fmt chunk. */
  public WavBuilder tag(int value) {
    tag = value;
    return this;
  }

  /** Channels and rate, with the BlockAlign that belongs to them. */
  public WavBuilder format(int channelCount, int samplesPerSecond) {
    channels = channelCount;
    rateHz = samplesPerSecond;
    blockAlign = 2 * channelCount;
    return this;
  }

  /** Bits of a sample. */
  WavBuilder bits(int value) {
    bits = value;
    blockAlign = channels * value / 8;
    return this;
  }

  /** A BlockAlign, whether it fits or not. */
  WavBuilder blockAlign(int value) {
    blockAlign = value;
    return this;
  }

  /** The length of the fmt chunk: 16, 18 or 40. */
  WavBuilder formatBytes(int value) {
    formatBytes = value;
    return this;
  }

  /** A RIFF size, whether true or not. */
  public WavBuilder riffSize(int value) {
    riffSize = value;
    return this;
  }

  /** A chunk with its padding. */
  WavBuilder chunk(String id, byte[] content) {
    writeChunk(id, content.length, content);
    return this;
  }

  /** The data chunk with its true size. */
  public WavBuilder data(short... samples) {
    return dataWithSize(samples.length * Short.BYTES, samples);
  }

  /** The data chunk with this size in its header. */
  public WavBuilder dataWithSize(int size, short... samples) {
    writeFormat();
    byte[] content =
        bytes(samples.length * Short.BYTES, buffer -> buffer.asShortBuffer().put(samples));
    writeChunk("data", size, content);
    return this;
  }

  /** The data chunk before any fmt chunk. */
  WavBuilder dataWithoutFormat() {
    isFormatWritten = true;
    return data((short) 0);
  }

  /** The file. */
  public byte[] build() {
    byte[] content = chunks.toByteArray();
    int size = riffSize == -2 ? 4 + content.length : riffSize;
    return bytes(
        12 + content.length,
        file -> file.put(ascii("RIFF")).putInt(size).put(ascii("WAVE")).put(content));
  }

  private void writeFormat() {
    if (isFormatWritten) {
      return;
    }
    isFormatWritten = true;
    writeChunk("fmt ", formatBytes, bytes(formatBytes, this::putFormat));
  }

  private void putFormat(ByteBuffer format) {
    boolean isExtensible = formatBytes == 40;
    format.putShort((short) (isExtensible ? 0xFFFE : tag)).putShort((short) channels);
    format.putInt(rateHz).putInt(rateHz * blockAlign);
    format.putShort((short) blockAlign).putShort((short) bits);
    if (isExtensible) {
      format.putShort((short) 22).putShort((short) bits).putInt(4).putShort((short) tag);
    }
  }

  private void writeChunk(String id, int size, byte[] content) {
    chunks.writeBytes(bytes(8, header -> header.put(ascii(id)).putInt(size)));
    chunks.writeBytes(content);
    if (content.length % 2 == 1) {
      chunks.write(0);
    }
  }

  private static byte[] bytes(int size, Consumer<ByteBuffer> fill) {
    byte[] bytes = new byte[size];
    fill.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    return bytes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
