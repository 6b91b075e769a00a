package org.speechservlet.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the resource's key itself ({@code speech.auth=key}). The Speech API takes the part that
 * the token service has otherwise: it says by its refusals when the other key is to be used.
 * Thread-safe.
 */
final class KeySource implements CredentialSource {
  private final KeyRing keys;
  private final Duration rereadAfter;
  private final AttemptThread thread;
  private volatile @Nullable ResourceKey present;

  /**
   * Takes its parts.
   *
   * @param rereadAfter the age at which key files are read again
   * @param thread where files are read
   */
  KeySource(KeyRing keys, Duration rereadAfter, AttemptThread thread) {
    this.keys = keys;
    this.rereadAfter = rereadAfter;
    this.thread = thread;
  }

  @Override
  public TokenStatus.Mode mode() {
    return TokenStatus.Mode.KEY;
  }

  @Override
  public String origin() {
    return "the settings";
  }

  @Override
  public CompletableFuture<Credential> request() {
    return thread.start(origin(), attempt -> attempt.complete(read()));
  }

  private Credential read() throws TokenFailureException {
    List<TokenFailure> unreadable = new ArrayList<>();
    List<ResourceKey> readable = keys.read(unreadable);
    if (readable.isEmpty()) {
      throw new TokenFailureException(
          unreadable.stream().reduce(TokenFailure::afterBothKeys).orElseThrow());
    }
    ResourceKey first = readable.get(0);
    present = first;
    keys.use(first, unreadable.isEmpty() ? null : unreadable.get(0));
    return new Credential(Authorization.key(first.value()), life(first), first.which());
  }

  /** A key that cannot change lives on; any other one is as long-lived as it takes to be read. */
  private @Nullable Duration life(ResourceKey key) {
    boolean mayChange = keys.hasFiles() || key.which() != TokenStatus.KeyInUse.PRIMARY;
    return mayChange ? RenewalPolicy.lifeRenewedAfter(rereadAfter) : null;
  }

  @Override
  public void refused(Authorization authorization) {
    ResourceKey key = present;
    if (key != null && Authorization.key(key.value()).isSameText(authorization)) {
      keys.refused(key);
    }
  }
}
