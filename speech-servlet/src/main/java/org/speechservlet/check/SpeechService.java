package org.speechservlet.check;

import java.time.Duration;
import org.speechservlet.upstream.CredentialSource;
import org.speechservlet.upstream.Transcript;

/** The recognition service. */
@FunctionalInterface
interface SpeechService {

  /** How a recognition ended. */
  sealed interface Outcome {}

  /**
   * There is an answer.
   *
   * @param took from the request to the answer
   */
  record Answered(Transcript transcript, Duration took) implements Outcome {}

  /**
   * There is none.
   *
   * @param words why, and what to do
   */
  record Failed(String words) implements Outcome {}

  /**
   * Has the sentence recognized. Blocks.
   *
   * @throws Cut.CutException if the check was cut
   */
  Outcome recognize(CredentialSource credentials) throws Cut.CutException;
}
