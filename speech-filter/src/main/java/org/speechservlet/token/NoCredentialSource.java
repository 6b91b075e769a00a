package org.speechservlet.token;

import java.util.concurrent.CompletableFuture;

/** Hands out the authorization that adds nothing to a request ({@code speech.auth=none}). */
final class NoCredentialSource implements CredentialSource {

  @Override
  public TokenStatus.Mode mode() {
    return TokenStatus.Mode.NONE;
  }

  @Override
  public String origin() {
    return "nowhere, as none is needed";
  }

  @Override
  public CompletableFuture<Credential> request() {
    return CompletableFuture.completedFuture(new Credential(Authorization.none(), null, null));
  }

  @Override
  public void refused(Authorization authorization) {
    // There is nothing else to send.
  }
}
