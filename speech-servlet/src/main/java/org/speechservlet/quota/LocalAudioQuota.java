package org.speechservlet.quota;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Counts in this node alone. Users who may send all of their quotas again are forgotten, and those
 * who have been away longest, if there are too many. Thread-safe.
 */
final class LocalAudioQuota implements AudioQuota {
  /** Some 500 bytes each. */
  private static final int MAX_USERS = 100_000;

  private final Quotas quotas;
  private final Clock clock;
  private final int maxUsers;
  private final Map<String, AudioAccount> accounts = new LinkedHashMap<>(16, 0.75f, true);

  LocalAudioQuota(Quotas quotas, Clock clock) {
    this(quotas, clock, MAX_USERS);
  }

  LocalAudioQuota(Quotas quotas, Clock clock, int maxUsers) {
    this.quotas = quotas;
    this.clock = clock;
    this.maxUsers = maxUsers;
  }

  @Override
  public CompletableFuture<Reservation> reserve(String user, Duration most) {
    return CompletableFuture.completedFuture(reserveNow(user, most));
  }

  private synchronized Reservation reserveNow(String user, Duration most) {
    AudioAccount account = accounts.get(user);
    if (account == null) {
      forgetWhoMayBe();
      account = AudioAccount.unused(quotas, clock.instant());
      accounts.put(user, account);
    }
    AudioAccount found = account;
    return account.reserve(most, clock.instant(), (granted, used) -> settle(found, granted, used));
  }

  private synchronized void settle(AudioAccount account, Duration granted, Duration used) {
    account.settle(granted, used, clock.instant());
  }

  /** Two for each that comes, so that it never takes long and gets less in the end. */
  private void forgetWhoMayBe() {
    Iterator<AudioAccount> longestAway = accounts.values().iterator();
    for (int i = 0; i < 2 && longestAway.hasNext(); i++) {
      AudioAccount account = longestAway.next();
      if (account.isFull(clock.instant()) || accounts.size() >= maxUsers) {
        longestAway.remove();
      }
    }
  }

  synchronized int userCount() {
    return accounts.size();
  }
}
