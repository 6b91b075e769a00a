package org.speechservlet.token;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Gets tokens from the Speech token service, with the first key that it accepts. Thread-safe;
 * exchanges run one after the other.
 */
final class ServiceTokenSource implements CredentialSource {
  private static final Pattern TOKEN = Pattern.compile("[!-~]{1," + AccessToken.MAX_LENGTH + "}");

  private final String host;
  private final TokenExchange exchange;
  private final KeyRing keys;
  private final AttemptThread thread;
  private final Clock clock;
  private final Diagnosis diagnosis;
  private final ClockCheck clockCheck = new ClockCheck();

  /**
   * Takes its parts.
   *
   * @param host the token service's host, and its port if that is not the usual one
   * @param thread where exchanges run
   */
  ServiceTokenSource(
      String host, TokenExchange exchange, KeyRing keys, AttemptThread thread, Clock clock) {
    this.host = host;
    this.exchange = exchange;
    this.keys = keys;
    this.thread = thread;
    this.clock = clock;
    this.diagnosis = new Diagnosis(host);
  }

  @Override
  public TokenStatus.Mode mode() {
    return TokenStatus.Mode.TOKEN;
  }

  @Override
  public String origin() {
    return host;
  }

  @Override
  public CompletableFuture<Credential> request() {
    return thread.start(host, attempt -> attempt.complete(withEitherKey(attempt)));
  }

  @Override
  public void refused(Authorization authorization) {
    // A token says nothing about the key: the token service takes care of that.
  }

  private Credential withEitherKey(CompletableFuture<?> attempt) throws TokenFailureException {
    List<TokenFailure> failures = new ArrayList<>();
    for (ResourceKey key : keys.read(failures)) {
      TokenAnswer answer = post(key, attempt);
      if (isToken(answer)) {
        keys.use(key, failures.isEmpty() ? null : failures.get(0));
        return credential(answer, key);
      }
      TokenFailure failure = diagnose(answer.without(key.value()));
      if (answer.status() != 401 && answer.status() != 403) {
        throw new TokenFailureException(failure);
      }
      keys.refused(key);
      failures.add(failure);
    }
    throw new TokenFailureException(
        failures.stream().reduce(TokenFailure::afterBothKeys).orElseThrow());
  }

  private TokenAnswer post(ResourceKey key, CompletableFuture<?> attempt)
      throws TokenFailureException {
    try {
      return exchange.post(key.value(), attempt);
    } catch (NoAnswerException e) {
      throw new TokenFailureException(diagnosis.of(e));
    }
  }

  private static boolean isToken(TokenAnswer answer) {
    return answer.status() == 200 && TOKEN.matcher(answer.body().strip()).matches();
  }

  private TokenFailure diagnose(TokenAnswer answer) {
    Instant serviceDate = HttpDates.instant(answer.date());
    Instant now = serviceDate == null ? clock.instant() : serviceDate;
    return diagnosis.of(answer, HttpDates.retryAfter(answer.retryAfter(), now));
  }

  private Credential credential(TokenAnswer answer, ResourceKey key) {
    String token = answer.body().strip();
    Instant now = clock.instant();
    Instant serviceDate = HttpDates.instant(answer.date());
    TokenLife life = TokenLife.of(token, serviceDate, now);
    clockCheck.compare(serviceDate, now);
    clockCheck.expiryIgnored(life.isExpIgnored());
    return new Credential(Authorization.bearer(token), life.duration(), key.which());
  }
}
