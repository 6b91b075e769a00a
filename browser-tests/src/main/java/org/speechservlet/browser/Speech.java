package org.speechservlet.browser;

import java.nio.file.Path;
import java.time.Duration;

/** What is said: recordings of the project, in a quiet room. */
public final class Speech {

  private static final Path FOLDER = Path.of("../local-speech-service/src/test/resources/speech");

  private static final Duration BEFORE = Duration.ofMillis(900);

  /** Longer than the pause that ends a phrase. */
  private static final Duration PAUSE = Duration.ofMillis(1400);

  private Speech() {}

  /** One phrase for each recording, with a pause after it. */
  public static Recording phrases(String... names) {
    Recording all = Recording.silence(BEFORE);
    for (String name : names) {
      all = all.then(recording(name)).thenSilence(PAUSE);
    }
    return all;
  }

  /** The recordings without a pause that would end the phrase. */
  public static Recording onePhrase(String... names) {
    Recording all = Recording.silence(BEFORE);
    for (String name : names) {
      all = all.then(recording(name));
    }
    return all.thenSilence(PAUSE);
  }

  private static Recording recording(String name) {
    return Recording.of(FOLDER.resolve(name + ".wav"));
  }
}
