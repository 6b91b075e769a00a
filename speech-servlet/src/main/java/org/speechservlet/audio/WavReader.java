package org.speechservlet.audio;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads a WAV file: its header, then its samples. */
final class WavReader implements AudioReader {
  private final WavHeaderReader header;
  private final ResamplerFilters filters;
  private final WavOutput output;
  private @Nullable AudioReader data;

  /** {@code start} is where in the upload the file begins. */
  WavReader(long start, ResamplerFilters filters, AudioOutput output) {
    this.header = new WavHeaderReader(start);
    this.filters = filters;
    this.output = new WavOutput(output);
  }

  @Override
  public void feed(ByteBuffer input) throws AudioException {
    if (data == null) {
      WavHeader complete = header.read(input);
      if (complete == null) {
        return;
      }
      data = samples(complete);
    }
    data.feed(input);
  }

  private AudioReader samples(WavHeader complete) {
    AudioReader pcm = complete.format().reader(filters, output);
    output.open();
    return complete.isSizeUnknown() ? pcm : new WavDataReader(complete.dataBytes(), pcm);
  }

  @Override
  public void end() throws AudioException {
    if (data == null) {
      throw header.truncated();
    }
    data.end();
  }
}
