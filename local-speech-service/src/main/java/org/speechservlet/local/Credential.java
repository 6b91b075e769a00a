package org.speechservlet.local;

import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.speechservlet.local.token.Fingerprint;

/** What a request to recognize shows: a bearer token (RFC 6750, section 2.1), a key, or nothing. */
sealed interface Credential {

  /** A token, which nothing here prints. */
  record Bearer(String token) implements Credential {

    /** Stands for the token in logs and counts. */
    String fingerprint() {
      return Fingerprint.of(token);
    }

    @Override
    public String toString() {
      return "token " + fingerprint();
    }
  }

  /** A key, which nothing here prints. */
  record Key(String key) implements Credential {

    @Override
    public String toString() {
      return "a key";
    }
  }

  /** An Authorization header that is no bearer token. */
  record Unknown() implements Credential {}

  /** Neither header. */
  record Missing() implements Credential {}

  /** The credential of a request; a token wins over a key. */
  static Credential of(HttpFields headers) {
    HttpField authorization = headers.getField(HttpHeader.AUTHORIZATION);
    if (authorization != null) {
      return ofAuthorization(Optional.ofNullable(authorization.getValue()).orElse(""));
    }
    String key = headers.get(SubscriptionKeys.HEADER);
    return key == null ? new Missing() : new Key(key);
  }

  private static Credential ofAuthorization(String value) {
    String[] parts = value.trim().split(" +", 2);
    return parts.length == 2 && parts[0].equalsIgnoreCase("Bearer")
        ? new Bearer(parts[1])
        : new Unknown();
  }
}
