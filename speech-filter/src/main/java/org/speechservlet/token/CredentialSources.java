package org.speechservlet.token;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.speechservlet.config.AuthSettings;
import org.speechservlet.config.ConnectionSettings;

/**
 * Finds the source of authorizations that the settings mean.
 *
 * @param auth how the application proves itself
 * @param connection how the token service is reached
 * @param around time
 */
record CredentialSources(AuthSettings auth, ConnectionSettings connection, Surroundings around) {

  /** Less than an attempt may take as a whole, so that a silent service is told from others. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

  /**
   * Returns the source.
   *
   * @param custom the application's own source of tokens; null if it has none
   * @param thread where attempts run
   */
  CredentialSource choose(@Nullable TokenSource custom, AttemptThread thread) {
    if (custom != null) {
      return new CustomTokenSource(custom, thread);
    }
    return switch (auth.mode()) {
      case TOKEN -> service(thread);
      case KEY -> new KeySource(keyRing(), auth.renewAfter(), thread);
      case NONE -> new NoCredentialSource();
    };
  }

  private CredentialSource service(AttemptThread thread) {
    URI uri = Objects.requireNonNull(auth.tokenUri(), "tokenUri");
    TokenEndpoint.Way way =
        new TokenEndpoint.Way(
            connection.connectTimeout(), ANSWER_TIMEOUT, connection.proxy(), null);
    return new ServiceTokenSource(
        hostOf(uri), new TokenEndpoint(uri, way), keyRing(), thread, around.clock());
  }

  private KeyRing keyRing() {
    return new KeyRing(
        Objects.requireNonNull(auth.key(), "key"), auth.secondaryKey(), around.nanoTime());
  }

  private static String hostOf(URI uri) {
    return uri.getPort() == -1 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }
}
