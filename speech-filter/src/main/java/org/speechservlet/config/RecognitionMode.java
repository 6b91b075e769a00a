package org.speechservlet.config;

import java.util.Locale;

/** How the service cuts speech into utterances ({@code speech.mode}); a segment of its path. */
public enum RecognitionMode {
  /** Short requests to a machine. */
  INTERACTIVE,
  /** People who talk to each other; the mode that the service documents for short audio. */
  CONVERSATION,
  /** Longer sentences, spoken to be written down. */
  DICTATION;

  /** Returns the segment of the recognition path, for example {@code conversation}. */
  public String pathSegment() {
    return name().toLowerCase(Locale.ROOT);
  }
}
