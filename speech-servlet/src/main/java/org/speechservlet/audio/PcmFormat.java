package org.speechservlet.audio;

import java.nio.ByteOrder;

/**
 * How the bytes of 16-bit PCM are to be read.
 *
 * @param rateHz frames per second
 * @param channels samples per frame
 * @param order byte order of a sample
 */
record PcmFormat(int rateHz, int channels, ByteOrder order) {
  static final int SAMPLE_BYTES = 2;
  static final int MAX_CHANNELS = 65_535;

  PcmFormat {
    if (!isRateAccepted(rateHz) || !isChannelCountAccepted(channels)) {
      throw new IllegalArgumentException(rateHz + " Hz, " + channels + " channels");
    }
  }

  static boolean isRateAccepted(long rateHz) {
    return rateHz >= RatePlan.MIN_HZ && rateHz <= RatePlan.MAX_HZ;
  }

  static boolean isChannelCountAccepted(long channels) {
    return channels >= 1 && channels <= MAX_CHANNELS;
  }

  int frameBytes() {
    return channels * SAMPLE_BYTES;
  }

  /** True if these bytes can go to the Speech API as they are. */
  boolean isUpstreamFormat() {
    return rateHz == RatePlan.OUTPUT_HZ && channels == 1 && order == ByteOrder.LITTLE_ENDIAN;
  }

  /** A reader of such bytes. */
  AudioReader reader(ResamplerFilters filters, WavOutput output) {
    return isUpstreamFormat()
        ? new PcmPassThrough(output)
        : new PcmConverter(this, filters, output);
  }
}
