package org.speechservlet.audio;

/**
 * What stands in front of a WAV file's samples.
 *
 * @param format how to read them
 * @param dataBytes how many bytes of them the data chunk announces, an unsigned 32-bit number
 */
record WavHeader(PcmFormat format, long dataBytes) {

  /**
   * From here on a size is not one: recorders that cannot go back to write it leave 0xFFFFFFFF,
   * 0x80000000, 0x7FFFFFFF or a little less there.
   */
  private static final long UNKNOWN_FROM = 0x7FFF_0000L;

  /** True if the announced size says nothing about how many samples follow. */
  boolean isSizeUnknown() {
    return dataBytes == 0 || dataBytes >= UNKNOWN_FROM;
  }
}
