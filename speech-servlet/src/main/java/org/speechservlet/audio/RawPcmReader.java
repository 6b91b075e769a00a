package org.speechservlet.audio;

import java.nio.ByteBuffer;

/**
 * Reads PCM without a header whose type leaves the byte order open. The first {@value
 * #WINDOW_BYTES} bytes that are not all zero decide it, or what there is of them at the end; if
 * they say nothing, the type's custom does.
 */
final class RawPcmReader implements AudioReader {

  /** 64 ms of 16 kHz mono. */
  static final int WINDOW_BYTES = 2 * 1024;

  private final PcmFormat customary;
  private final PcmConverter converter;
  private final ByteGatherer window = new ByteGatherer(WINDOW_BYTES);
  private boolean decided;

  RawPcmReader(PcmFormat customary, ResamplerFilters filters, WavOutput output) {
    this.customary = customary;
    this.converter = new PcmConverter(customary, filters, output);
    window.await(WINDOW_BYTES);
  }

  @Override
  public void feed(ByteBuffer input) throws AudioException {
    while (!decided && window.take(input)) {
      readWindow();
    }
    if (decided) {
      converter.feed(input);
    }
  }

  /** Reads what is in the window: zeros are the same in both orders and leave it open. */
  private void readWindow() throws AudioException {
    ByteBuffer samples = window.gathered();
    if (!isZero(samples)) {
      converter.readAs(ByteOrderGuess.of(samples, customary.channels()).orElse(customary.order()));
      decided = true;
    }
    converter.feed(samples);
    window.await(WINDOW_BYTES);
  }

  private static boolean isZero(ByteBuffer bytes) {
    for (int i = 0; i < bytes.limit(); i++) {
      if (bytes.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void end() throws AudioException {
    if (!decided) {
      readWindow();
    }
    converter.end();
  }
}
