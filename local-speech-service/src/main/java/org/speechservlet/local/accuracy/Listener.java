package org.speechservlet.local.accuracy;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.speechservlet.local.EngineBusyException;
import org.speechservlet.local.SpeechEngine;
import org.speechservlet.local.audio.SampleSink;

/**
 * Lets an engine hear samples piece by piece, as fast as it can, and works out how late it would
 * have been, had the pieces come in real time: each is taken to be decoded when it is there and the
 * one before is done.
 */
final class Listener {

  private static final int PIECE_SAMPLES = SampleSink.RATE_HZ / 10;

  private final SpeechEngine engine;
  private final String languageTag;
  private final LongSupplier nanoTime;

  Listener(SpeechEngine engine, String languageTag, LongSupplier nanoTime) {
    this.engine = engine;
    this.languageTag = languageTag;
    this.nanoTime = nanoTime;
  }

  Heard listen(short[] samples) {
    try (SpeechEngine.Utterance utterance = engine.open(languageTag)) {
      long doneNanos = 0;
      for (int from = 0; from < samples.length; from += PIECE_SAMPLES) {
        int to = Math.min(from + PIECE_SAMPLES, samples.length);
        short[] piece = Arrays.copyOfRange(samples, from, to);
        long start = nanoTime.getAsLong();
        utterance.accept(piece, piece.length);
        doneNanos = Math.max(doneNanos, nanos(to)) + nanoTime.getAsLong() - start;
      }
      return finish(utterance, samples.length, doneNanos);
    } catch (EngineBusyException e) {
      throw new IllegalStateException("The engine is busy, though nobody else uses it", e);
    }
  }

  private Heard finish(SpeechEngine.Utterance utterance, int sampleCount, long doneNanos) {
    long start = nanoTime.getAsLong();
    String words = utterance.finish().lexical();
    long endNanos = doneNanos + nanoTime.getAsLong() - start;
    long audioNanos = nanos(sampleCount);
    return new Heard(words, Duration.ofNanos(audioNanos), Duration.ofNanos(endNanos - audioNanos));
  }

  private static long nanos(long samples) {
    return samples * (1_000_000_000L / SampleSink.RATE_HZ);
  }

  /**
   * What came of one recording.
   *
   * @param words what was recognized
   * @param audio how long the recording is
   * @param delay from the last sample to the result, had the audio come in real time
   */
  record Heard(String words, Duration audio, Duration delay) {}
}
