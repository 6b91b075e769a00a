package org.speechservlet.local;

/** How a recognition ended. Times are in samples of 16 kHz. */
sealed interface RecognitionResult {

  /**
   * Words.
   *
   * @param transcript what was said, not empty
   * @param offsetSamples where the first word begins
   * @param durationSamples from there to the end of the last word
   */
  record Success(Transcript transcript, long offsetSamples, long durationSamples)
      implements RecognitionResult {}

  /**
   * Sound like speech without a word in it.
   *
   * @param offsetSamples where the sound begins
   * @param durationSamples from there to its end
   */
  record NoMatch(long offsetSamples, long durationSamples) implements RecognitionResult {}

  /**
   * Silence at the start, or audio that is taken for it.
   *
   * @param offsetSamples where the service stopped waiting for speech
   */
  record InitialSilence(long offsetSamples) implements RecognitionResult {}

  /** The recognizer failed. */
  record EngineFailed() implements RecognitionResult {}
}
