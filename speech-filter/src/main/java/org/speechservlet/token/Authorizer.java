package org.speechservlet.token;

import java.util.concurrent.CompletionStage;

/**
 * Whatever hands out authorizations. {@link TokenManager} is the one that is used; the interface
 * lets a caller be tested without a token service.
 */
public interface Authorizer {

  /**
   * Returns what the next request to the Speech API must carry. Never blocks.
   *
   * @return a stage that is already complete while a token is there; otherwise it completes when
   *     one has come, or fails with a {@link TokenUnavailableException}
   */
  CompletionStage<Authorization> authorization();

  /**
   * Reports that the Speech API refused an authorization (401 or 403), so that a new one is
   * fetched. An authorization that has been replaced already is left out of account. Never blocks.
   *
   * @param refused the authorization that was refused
   */
  void invalidate(Authorization refused);
}
