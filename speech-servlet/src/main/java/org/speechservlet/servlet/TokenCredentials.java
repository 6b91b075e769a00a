package org.speechservlet.servlet;

import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.speechservlet.token.Authorization;
import org.speechservlet.token.Authorizer;
import org.speechservlet.upstream.CredentialSource;

/** Gives the application's authorization to the upstream side. */
record TokenCredentials(Authorizer authorizer) implements CredentialSource {

  private record AuthorizationCredential(Authorization authorization) implements Credential {
    @Override
    public void applyTo(BiConsumer<String, String> headers) {
      authorization.applyTo(headers);
    }
  }

  @Override
  public CompletionStage<? extends Credential> credential() {
    return authorizer.authorization().thenApply(AuthorizationCredential::new);
  }

  @Override
  public void refused(Credential credential) {
    if (credential instanceof AuthorizationCredential refused) {
      authorizer.invalidate(refused.authorization());
    }
  }
}
