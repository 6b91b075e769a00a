package org.speechservlet.token;

import java.util.concurrent.CompletionStage;

/** Keeps an authorization ready for a whole web application. */
public final class TokenManager implements Authorizer, AutoCloseable {

  TokenManager() {}

  @Override
  public CompletionStage<Authorization> authorization() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void invalidate(Authorization refused) {
    throw new UnsupportedOperationException();
  }

  /** Returns how the authorization stands now. */
  public TokenStatus status() {
    return new TokenStatus(
        TokenStatus.Mode.NONE, TokenStatus.State.NONE, null, null, null, null, 0, null);
  }

  /** Ends the renewal, aborting one that is in flight, and fails every caller that waits. */
  @Override
  public void close() {}
}
