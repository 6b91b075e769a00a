package org.speechservlet.local;

/**
 * One recognizer technology: the single place where another engine or another language plugs in.
 *
 * <p>Thread-safe. An engine pays its start-up once, keeps a bounded number of recognizers, and
 * lends one of them to each {@link Utterance}. {@link LocalSpeechService} owns the engine that it
 * was started with: closing the service closes the engine.
 *
 * <p>Languages are BCP 47 tags in canonical form, as {@link java.util.Locale#toLanguageTag()}
 * writes them ({@code en-US}).
 */
public interface SpeechEngine extends AutoCloseable {

  /** The name shown to an operator, for example {@code CMU Sphinx4, US English}. */
  default String description() {
    return getClass().getSimpleName();
  }

  /** Tells whether {@link #open} knows this language. Returns at once. */
  boolean supports(String languageTag);

  /**
   * Lends a recognizer for one utterance. Returns at once: it does not wait for a busy recognizer.
   *
   * @throws EngineBusyException when all recognizers are in use; the caller answers 429
   * @throws IllegalArgumentException when the language is not supported
   * @throws IllegalStateException when the engine is closed
   */
  Utterance open(String languageTag) throws EngineBusyException;

  /**
   * Ends every recognizer, thread and file. Idempotent. A call that is running in an utterance ends
   * soon, if need be by an unchecked exception; utterances may still be closed afterwards.
   */
  @Override
  void close();

  /**
   * The recognition of one request's audio. Used by one thread at a time (not always the same one),
   * with a happens-before edge between two calls.
   *
   * <p>The order of calls is {@code accept* finish? close}. After a failure of {@code accept} or
   * {@code finish} (any unchecked exception) only {@code close} is called.
   */
  interface Utterance extends AutoCloseable {

    /**
     * Takes the next samples and decodes what can be decoded of them. The array belongs to the
     * caller and changes after the call. Audio that was decoded is not kept.
     *
     * @param samples linear PCM, 16 bit, mono, 16,000 Hz
     * @param count how many samples, from index 0 on
     */
    void accept(short[] samples, int count);

    /** Ends the audio, and returns what was said: {@link Transcript#EMPTY} when it was no words. */
    Transcript finish();

    /** Gives the recognizer back, in whatever state it is. Idempotent, never throws. */
    @Override
    void close();
  }
}
