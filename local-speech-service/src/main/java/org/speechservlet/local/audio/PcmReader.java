package org.speechservlet.local.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Turns little-endian 16-bit PCM into samples, wherever the bytes are cut. */
final class PcmReader {

  private static final int BLOCK_SAMPLES = 1_600;

  private final SampleSink sink;
  private final ByteBuffer block =
      ByteBuffer.allocate(BLOCK_SAMPLES * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final short[] samples = new short[BLOCK_SAMPLES];

  PcmReader(SampleSink sink) {
    this.sink = sink;
  }

  /** Passes on every sample that is complete; keeps half a sample for the next call. */
  void read(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      int count = Math.min(block.remaining(), bytes.remaining());
      block.put(bytes.slice(bytes.position(), count));
      bytes.position(bytes.position() + count);
      passOn();
    }
  }

  /** Drops half a sample: it is none. */
  void end() {
    block.clear();
  }

  private void passOn() {
    int count = block.position() / Short.BYTES;
    block.flip();
    block.asShortBuffer().get(samples, 0, count);
    block.position(count * Short.BYTES);
    block.compact();
    if (count > 0) {
      sink.accept(samples, count);
    }
  }
}
