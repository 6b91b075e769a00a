package org.speechservlet.local.audio;

/** Takes decoded audio. */
public interface SampleSink {

  /** The samples per second of everything that is passed on. */
  int RATE_HZ = 16_000;

  /**
   * Takes the next samples. The array belongs to the caller and changes after the call.
   *
   * @param samples linear PCM, 16 bit, mono, {@value #RATE_HZ} Hz
   * @param count how many samples, from index 0 on
   */
  void accept(short[] samples, int count);
}
