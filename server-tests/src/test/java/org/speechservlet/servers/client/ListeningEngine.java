package org.speechservlet.servers.client;

import java.util.List;
import org.speechservlet.local.SpeechEngine;
import org.speechservlet.local.Transcript;

/** Hears in everything how long it was: {@code heard 3320 milliseconds}. */
public final class ListeningEngine implements SpeechEngine {

  private static final int SAMPLES_PER_MILLISECOND = 16;

  @Override
  public boolean supports(String languageTag) {
    return languageTag.equals("en-US");
  }

  @Override
  public Utterance open(String languageTag) {
    return new Measured();
  }

  @Override
  public void close() {
    // Nothing was opened.
  }

  private static final class Measured implements Utterance {
    private long samples;

    @Override
    public void accept(short[] some, int count) {
      samples += count;
    }

    @Override
    public Transcript finish() {
      String words = "heard %d milliseconds".formatted(samples / SAMPLES_PER_MILLISECOND);
      return new Transcript(words, List.of(), 1.0);
    }

    @Override
    public void close() {
      // Nothing was opened.
    }
  }
}
