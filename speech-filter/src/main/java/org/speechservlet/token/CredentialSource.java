package org.speechservlet.token;

import java.util.concurrent.CompletableFuture;

/** Where the token manager gets what it hands out. Thread-safe. */
interface CredentialSource {

  /** What this source gives. */
  TokenStatus.Mode mode();

  /** Where it comes from, in words that follow "from". */
  String origin();

  /**
   * Starts one attempt. Neither blocks nor throws.
   *
   * @return completes with a credential or with a {@link TokenFailureException}; cancelling it
   *     aborts the attempt
   */
  CompletableFuture<Credential> request();

  /** Takes note that the Speech API refused an authorization of this source. */
  void refused(Authorization authorization);
}
