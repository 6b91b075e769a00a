package org.speechservlet.local;

/** One recognizer technology; thread-safe. */
public interface SpeechEngine extends AutoCloseable {

  /** Whether this engine recognizes the language, a BCP 47 tag such as {@code en-US}. */
  boolean supports(String languageTag);

  /**
   * Begins a recognition.
   *
   * @throws EngineBusyException when all recognizers are in use
   */
  Utterance open(String languageTag) throws EngineBusyException;

  /** Ends every recognizer and every thread of the engine. */
  @Override
  void close();

  /** Confined to one recognition. */
  interface Utterance extends AutoCloseable {

    /** Takes 16 kHz mono PCM samples; decodes while audio arrives. */
    void accept(short[] samples, int count);

    /** Ends the audio and waits for its words. */
    Transcript finish();

    /** Gives the recognizer back, also after a failure. */
    @Override
    void close();
  }
}
