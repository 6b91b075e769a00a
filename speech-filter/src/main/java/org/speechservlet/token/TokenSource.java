package org.speechservlet.token;

import java.util.concurrent.CompletionStage;

/** Gets tokens from elsewhere than the Speech token service. */
@FunctionalInterface
public interface TokenSource {

  /** The attribute of the {@code ServletContext} in which a source is given. */
  String ATTRIBUTE = "org.speechservlet.token.TokenSource";

  /** Asks for a new token. */
  CompletionStage<AccessToken> requestToken();
}
