package org.speechservlet.local;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** An engine that says what it is told to. Knows en-US. */
final class ScriptedEngine implements SpeechEngine {

  private final int recognizerCount;
  private final AtomicInteger lent = new AtomicInteger();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicLong sampleCount = new AtomicLong();
  private volatile Transcript transcript = Transcript.EMPTY;
  private volatile Runnable onAccept = () -> {};
  private volatile boolean isClosed;

  ScriptedEngine(int recognizerCount) {
    this.recognizerCount = recognizerCount;
  }

  /** What all utterances finish with from now on. */
  void willHear(Transcript value) {
    transcript = value;
  }

  /** What happens in {@code accept} from now on. */
  void onAccept(Runnable task) {
    onAccept = task;
  }

  /** Recognizers that are lent at the moment. */
  int lentCount() {
    return lent.get();
  }

  /** Utterances that were ever opened. */
  int openedCount() {
    return opened.get();
  }

  /** Samples that were ever accepted. */
  long sampleCount() {
    return sampleCount.get();
  }

  boolean isClosed() {
    return isClosed;
  }

  @Override
  public boolean supports(String languageTag) {
    return languageTag.equals("en-US");
  }

  @Override
  public Utterance open(String languageTag) throws EngineBusyException {
    if (lent.incrementAndGet() > recognizerCount) {
      lent.decrementAndGet();
      throw new EngineBusyException(recognizerCount);
    }
    opened.incrementAndGet();
    return new ScriptedUtterance();
  }

  @Override
  public void close() {
    isClosed = true;
  }

  private final class ScriptedUtterance implements Utterance {

    private boolean isGivenBack;

    @Override
    public void accept(short[] samples, int count) {
      sampleCount.addAndGet(count);
      onAccept.run();
    }

    @Override
    public Transcript finish() {
      return transcript;
    }

    @Override
    public void close() {
      if (!isGivenBack) {
        isGivenBack = true;
        lent.decrementAndGet();
      }
    }
  }
}
