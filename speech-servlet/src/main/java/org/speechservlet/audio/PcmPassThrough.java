package org.speechservlet.audio;

import java.nio.ByteBuffer;

/**
 * Passes on PCM that is in the upstream's format already, without copying. Only a sample whose
 * bytes come in two pieces is put together here; half a sample at the end is dropped.
 */
final class PcmPassThrough implements AudioReader {
  private final WavOutput output;
  private final ByteBuffer split = ByteBuffer.allocate(PcmFormat.SAMPLE_BYTES);

  PcmPassThrough(WavOutput output) {
    this.output = output;
  }

  @Override
  public void feed(ByteBuffer input) throws AudioException {
    if (split.position() > 0 && input.hasRemaining()) {
      split.put(input.get()).flip();
      output.write(split);
      split.clear();
    }
    int end = input.limit();
    input.limit(end - input.remaining() % PcmFormat.SAMPLE_BYTES);
    output.write(input);
    input.limit(end);
    if (input.hasRemaining()) {
      split.put(input.get());
    }
  }

  @Override
  public void end() {}
}
