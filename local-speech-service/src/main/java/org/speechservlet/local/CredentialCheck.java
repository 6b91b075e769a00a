package org.speechservlet.local;

import java.util.Optional;
import org.speechservlet.local.answer.KnownAnswers;
import org.speechservlet.local.token.TokenAuthority;
import org.speechservlet.local.token.TokenCheck;

/**
 * Lets in who shows a token of this service that is still good, or one of the keys. Thread-safe.
 */
final class CredentialCheck {

  private final TokenAuthority authority;
  private final SubscriptionKeys keys;

  CredentialCheck(TokenAuthority authority, SubscriptionKeys keys) {
    this.authority = authority;
    this.keys = keys;
  }

  /**
   * @throws RefusedException with 401 for a credential that is no good, 403 without one
   */
  void check(Exchange exchange) throws RefusedException {
    Credential credential = Credential.of(exchange.request().getHeaders());
    if (credential instanceof Credential.Bearer bearer) {
      checkToken(bearer, exchange.facts());
    } else if (credential instanceof Credential.Key key) {
      checkKey(key, exchange.facts());
    } else if (credential instanceof Credential.Missing) {
      throw new RefusedException("no credential", KnownAnswers.missingCredential());
    } else {
      throw new RefusedException(
          "Authorization is no bearer token", KnownAnswers.invalidCredential());
    }
  }

  private void checkToken(Credential.Bearer bearer, ExchangeFacts facts) throws RefusedException {
    TokenCheck result = authority.check(bearer.token());
    switch (result) {
      case GOOD -> facts.note(bearer.toString());
      case EXPIRED ->
          throw new RefusedException(bearer + " has expired", KnownAnswers.expiredToken());
      case FORGED ->
          throw new RefusedException(
              bearer + " is not of this service", KnownAnswers.invalidCredential());
    }
  }

  private void checkKey(Credential.Key key, ExchangeFacts facts) throws RefusedException {
    Optional<String> name = keys.nameOf(key.key());
    if (name.isEmpty()) {
      throw new RefusedException("wrong key", KnownAnswers.invalidCredential());
    }
    facts.note(name.get());
  }
}
