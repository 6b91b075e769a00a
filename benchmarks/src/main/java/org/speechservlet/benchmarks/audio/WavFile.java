package org.speechservlet.benchmarks.audio;

import java.nio.ByteBuffer;

/** A WAV file of a tone that is sent at once: made while it is sent, however long it is. */
public final class WavFile {
  private static final int BLOCK_BYTES = 256 * 1024;
  private static final byte[] EMPTY_HEADER = WavPieces.header(0);

  private final int dataBytes;
  private final ByteBuffer block;

  /** A file with so many bytes of samples. */
  public WavFile(int dataBytes) {
    this.dataBytes = dataBytes;
    byte[] tone = WavPieces.tone(Math.min(dataBytes, BLOCK_BYTES));
    this.block = ByteBuffer.allocateDirect(tone.length).put(tone).flip().asReadOnlyBuffer();
  }

  /** Where its one stamp is. */
  public BodyLayout layout() {
    return BodyLayout.whole(EMPTY_HEADER.length);
  }

  /** Length of the file. */
  public int bytes() {
    return EMPTY_HEADER.length + dataBytes;
  }

  /** The first bytes, up to and with the stamp; the rest is {@link #block}, over and over. */
  public void putStart(ByteBuffer target, long dueNanos) {
    target.put(WavPieces.header(dataBytes));
    Stamp.write(target, target.position(), 0, dueNanos);
    target.position(target.position() + Stamp.BYTES);
  }

  /** How many bytes follow the start. */
  public int restBytes() {
    return dataBytes - Stamp.BYTES;
  }

  /** The next bytes of samples, at most so many, as a buffer of the caller's own. */
  public ByteBuffer block(int maxBytes) {
    return block.slice(0, Math.min(maxBytes, block.capacity()));
  }
}
