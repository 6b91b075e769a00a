package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Brings PCM of any accepted rate, channel count and byte order to the upstream's format. Part of a
 * frame at the end is dropped.
 */
final class PcmConverter implements AudioReader {
  private final Downmixer downmixer;
  private final @Nullable Resampler resampler;
  private final ResamplerFilters filters;
  private final WavOutput output;

  PcmConverter(PcmFormat format, ResamplerFilters filters, WavOutput output) {
    this.downmixer = new Downmixer(format);
    this.resampler =
        format.rateHz() == RatePlan.OUTPUT_HZ
            ? null
            : new Resampler(filters.filter(format.rateHz()));
    this.filters = filters;
    this.output = output;
  }

  /** Reads samples in another byte order from now on; until now they were all zero. */
  void readAs(ByteOrder order) {
    downmixer.readAs(order);
  }

  @Override
  public void feed(ByteBuffer input) throws AudioException {
    ResamplerWorkspace work = filters.lend();
    try {
      while (input.hasRemaining()) {
        convert(downmixer.read(input, work.mono), work);
      }
      work.encoder.flush(output);
    } finally {
      filters.takeBack(work);
    }
  }

  private void convert(int count, ResamplerWorkspace work) throws AudioException {
    if (resampler == null) {
      work.encoder.encode(work.mono, count, output);
    } else {
      resampler.feed(work.mono, count, work, output);
    }
  }

  @Override
  public void end() throws AudioException {
    if (resampler == null) {
      return;
    }
    ResamplerWorkspace work = filters.lend();
    try {
      resampler.end(work, output);
      work.encoder.flush(output);
    } finally {
      filters.takeBack(work);
    }
  }
}
