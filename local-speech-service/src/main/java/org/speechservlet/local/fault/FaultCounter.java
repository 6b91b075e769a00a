package org.speechservlet.local.fault;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the requests that one fault passes over and happens to. Confined to its {@link Faults}.
 */
final class FaultCounter {

  private final int id;
  private final Fault fault;
  private final Optional<Instant> endsAt;
  private final Map<String, Integer> usesByToken = new RecentTokens();
  private int skipped;
  private int happened;

  FaultCounter(int id, Fault fault, Optional<Instant> endsAt) {
    this.id = id;
    this.fault = fault;
    this.endsAt = endsAt;
  }

  FaultState state() {
    return new FaultState(id, fault, endsAt, skipped, happened);
  }

  boolean isFor(Target target) {
    return fault.target() == target;
  }

  boolean isAtStart() {
    return fault.moment() == Moment.START;
  }

  boolean hasEnded(Instant now) {
    boolean isOver = endsAt.isPresent() && !now.isBefore(endsAt.get());
    return isOver || happened == fault.maxCount();
  }

  /** Counts one request; true when the fault happens to it. */
  boolean take(Optional<String> tokenId) {
    if (fault.tokenUses() > 0 && !isUsedUp(tokenId)) {
      return false;
    }
    if (skipped < fault.skipCount()) {
      skipped++;
      return false;
    }
    happened++;
    return true;
  }

  private boolean isUsedUp(Optional<String> tokenId) {
    return tokenId.isPresent()
        && usesByToken.merge(tokenId.get(), 1, Integer::sum) > fault.tokenUses();
  }

  /** Forgets the token that came first when there are too many. */
  private static final class RecentTokens extends LinkedHashMap<String, Integer> {

    private static final long serialVersionUID = 1L;
    private static final int MAX_TOKENS = 4_096;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
      return size() > MAX_TOKENS;
    }
  }
}
