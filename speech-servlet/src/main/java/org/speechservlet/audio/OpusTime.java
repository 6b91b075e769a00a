package org.speechservlet.audio;

/** Counts the audio of an Opus stream: all of it but the samples to be skipped at its start. */
final class OpusTime {
  private final AudioOutput output;
  private long preSkipRest;

  OpusTime(OpusHead head, AudioOutput output) {
    this.preSkipRest = head.preSkipSamples();
    this.output = output;
  }

  /** Counts a packet's samples of 48 kHz. */
  void advance(int samples) throws AudioException {
    long skipped = Math.min(preSkipRest, samples);
    preSkipRest -= skipped;
    output.advance(samples - skipped);
  }
}
