package org.speechservlet.token;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
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
    return choose(custom, thread, UnaryOperator.identity());
  }

  /**
   * Returns the source.
   *
   * @param decoration goes around each exchange with the token service
   */
  CredentialSource choose(
      @Nullable TokenSource custom, AttemptThread thread, UnaryOperator<TokenExchange> decoration) {
    if (custom != null) {
      return new CustomTokenSource(custom, thread);
    }
    return switch (auth.mode()) {
      case TOKEN -> service(thread, decoration);
      case KEY -> new KeySource(keyRing(), auth.renewAfter(), thread);
      case NONE -> new NoCredentialSource();
    };
  }

  private CredentialSource service(AttemptThread thread, UnaryOperator<TokenExchange> decoration) {
    URI uri = Objects.requireNonNull(auth.tokenUri(), "tokenUri");
    TokenEndpoint.Way way =
        new TokenEndpoint.Way(
            connection.connectTimeout(), ANSWER_TIMEOUT, connection.proxy(), null);
    return new ServiceTokenSource(
        hostOf(uri),
        decoration.apply(new TokenEndpoint(uri, way)),
        keyRing(),
        thread,
        around.clock());
  }

  private KeyRing keyRing() {
    return new KeyRing(
        Objects.requireNonNull(auth.key(), "key"), auth.secondaryKey(), around.nanoTime());
  }

  static String hostOf(URI uri) {
    return uri.getPort() == -1 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }
}
