package org.speechservlet.local.fault;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults of one service that are in force. At most one fault happens to a request: of those
 * that apply to it, the one that was set first. A fault whose count or duration is used up is gone.
 *
 * <p>Thread-safe.
 */
public final class Faults {

  private static final int MAX_SETTINGS = 1_000;

  private final Clock clock;
  private final List<FaultCounter> counters = new ArrayList<>();
  private int lastId;

  /**
   * @param clock tells when a fault with a duration ends
   */
  public Faults(Clock clock) {
    this.clock = clock;
  }

  /**
   * Sets one more fault, from the next request on.
   *
   * @return its id, for {@link #remove}
   * @throws IllegalStateException when 1,000 faults are set already
   */
  public synchronized int add(Fault fault) {
    dropEnded();
    if (counters.size() == MAX_SETTINGS) {
      throw new IllegalStateException(MAX_SETTINGS + " faults are set; clear them first");
    }
    lastId++;
    counters.add(new FaultCounter(lastId, fault, fault.duration().map(clock.instant()::plus)));
    return lastId;
  }

  /** What is in force now, in the order in which it was set. */
  public synchronized List<FaultState> list() {
    dropEnded();
    return counters.stream().map(FaultCounter::state).toList();
  }

  /** Removes one fault; false when it is not, or no longer, in force. */
  public synchronized boolean remove(int id) {
    dropEnded();
    return counters.removeIf(counter -> counter.state().id() == id);
  }

  /** Removes all faults: from the next request on everything is as it should be. */
  public synchronized void clear() {
    counters.clear();
  }

  /**
   * Takes the fault that happens at the start of a request that has just come, and counts it.
   *
   * @param tokenId stands for the bearer token of the request, never the token itself; empty
   *     without one
   */
  public synchronized Optional<Fault> takeAtStart(Target target, Optional<String> tokenId) {
    dropEnded();
    for (FaultCounter counter : counters) {
      if (counter.isAtStart() && counter.isFor(target) && counter.take(tokenId)) {
        return Optional.of(counter.state().fault());
      }
    }
    return Optional.empty();
  }

  /** Takes the fault that happens later to a request that was just admitted, and counts it. */
  public synchronized Optional<Fault> takeAfterStart(Target target) {
    dropEnded();
    for (FaultCounter counter : counters) {
      if (!counter.isAtStart() && counter.isFor(target) && counter.take(Optional.empty())) {
        return Optional.of(counter.state().fault());
      }
    }
    return Optional.empty();
  }

  private void dropEnded() {
    counters.removeIf(counter -> counter.hasEnded(clock.instant()));
  }
}
