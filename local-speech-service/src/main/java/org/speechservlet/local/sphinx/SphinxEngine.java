package org.speechservlet.local.sphinx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.speechservlet.local.EngineBusyException;
import org.speechservlet.local.SpeechEngine;

/**
 * Recognizes US English with CMU Sphinx4 and the model that it ships.
 *
 * <p>All recognizers are made when the engine is, on the thread that makes it: some seconds and
 * about 200 MiB of heap each. One that works takes a thread of its own, and more than half of a
 * processor's time while somebody speaks.
 */
public final class SphinxEngine implements SpeechEngine {
  /** The one language that it knows. */
  public static final String LANGUAGE = "en-US";

  private final List<SphinxRecognizer> all = new ArrayList<>();
  private final BlockingQueue<SphinxRecognizer> idle;
  private volatile boolean closed;

  /**
   * Loads the model.
   *
   * @param recognizerCount how many utterances can be decoded at the same time
   * @throws IllegalStateException if the model cannot be loaded
   */
  public SphinxEngine(int recognizerCount) {
    QuietLogging.quiet();
    idle = new ArrayBlockingQueue<>(recognizerCount);
    for (int number = 1; number <= recognizerCount; number++) {
      SphinxRecognizer recognizer = new SphinxRecognizer("sphinx-" + number);
      all.add(recognizer);
      idle.add(recognizer);
    }
  }

  @Override
  public String description() {
    return "CMU Sphinx4, US English, " + all.size() + " recognizer(s)";
  }

  @Override
  public boolean supports(String languageTag) {
    return languageTag.equals(LANGUAGE);
  }

  @Override
  public Utterance open(String languageTag) throws EngineBusyException {
    if (!supports(languageTag)) {
      throw new IllegalArgumentException(languageTag + " is not supported; " + LANGUAGE + " is");
    }
    if (closed) {
      throw new IllegalStateException("the engine is closed");
    }
    SphinxRecognizer recognizer = idle.poll();
    if (recognizer == null) {
      throw new EngineBusyException(all.size());
    }
    return recognizer.begin(() -> idle.add(recognizer));
  }

  @Override
  public void close() {
    closed = true;
    all.forEach(SphinxRecognizer::close);
  }
}
