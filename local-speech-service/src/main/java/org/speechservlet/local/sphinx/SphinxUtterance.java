package org.speechservlet.local.sphinx;

import java.util.concurrent.atomic.AtomicBoolean;
import org.speechservlet.local.SpeechEngine;
import org.speechservlet.local.Transcript;

/**
 * Lends a {@link Decoder} to one caller. Decodes in the caller's thread: the caller waits as long
 * as decoding takes, which is all the back-pressure there need be, and no thread is left over.
 */
final class SphinxUtterance implements SpeechEngine.Utterance {

  private static final int SAMPLES_AT_A_TIME = WindowStage.SAMPLE_RATE_HZ / 10;

  private final SphinxEngine engine;
  private final Decoder decoder;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  SphinxUtterance(SphinxEngine engine, Decoder decoder) {
    this.engine = engine;
    this.decoder = decoder;
  }

  @Override
  public void accept(short[] samples, int count) {
    for (int from = 0; from < count; from += SAMPLES_AT_A_TIME) {
      checkOpen();
      decoder.take(samples, from, Math.min(from + SAMPLES_AT_A_TIME, count));
      decodeAll();
    }
  }

  @Override
  public Transcript finish() {
    checkOpen();
    decoder.endAudio();
    decodeAll();
    return decoder.words();
  }

  private void decodeAll() {
    while (decoder.decodeSome()) {
      checkOpen();
    }
  }

  private void checkOpen() {
    if (isClosed.get()) {
      throw new IllegalStateException("The utterance was closed before its end");
    }
    engine.checkOpen();
  }

  @Override
  public void close() {
    if (isClosed.compareAndSet(false, true)) {
      engine.giveBack();
    }
  }
}
