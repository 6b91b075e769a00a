package org.speechservlet.upstream;

import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** Where the credential of a request to the Speech API comes from. Thread-safe. */
public interface CredentialSource {

  /** What identifies this application to the Speech API, as request header fields. */
  interface Credential {

    /** Passes each header field (name, value) to the consumer; none where none is needed. */
    void applyTo(BiConsumer<String, String> headers);
  }

  /**
   * A credential to use now. Never blocks; the stage fails when none can be had, with an exception
   * that {@link Recognition.Listener#unauthorized} is given as it is.
   */
  CompletionStage<? extends Credential> credential();

  /** Tells that the Speech API refused this credential: it is not to be given out again. */
  void refused(Credential credential);
}
