package org.speechservlet.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.speechservlet.config.KeySetting;
import org.speechservlet.token.TokenStatus.KeyInUse;

/**
 * The resource's two keys: which one comes first, and which one is in use. A key that was refused
 * is put back behind the other for half an hour, or until another key stands in its place.
 * Thread-safe.
 */
final class KeyRing {
  /** After this time a refused key comes first again: someone may have enabled it. */
  static final Duration PUT_BACK = Duration.ofMinutes(30);

  private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

  private final LongSupplier nanoTime;
  private final Map<KeyInUse, KeySetting> settings = new EnumMap<>(KeyInUse.class);
  private final Map<KeyInUse, Refusal> refusals = new EnumMap<>(KeyInUse.class);
  private @Nullable KeyInUse inUse;
  private @Nullable String complaint;

  private record Refusal(ResourceKey key, long atNanos) {}

  KeyRing(KeySetting primary, @Nullable KeySetting secondary, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    settings.put(KeyInUse.PRIMARY, primary);
    if (secondary != null) {
      settings.put(KeyInUse.SECONDARY, secondary);
    }
  }

  /** Whether a key may change without a restart. */
  boolean hasFiles() {
    return settings.values().stream().anyMatch(KeySetting.File.class::isInstance);
  }

  /**
   * Reads the keys.
   *
   * @param unreadable takes what is wrong with those that cannot be read
   * @return the others, the one to try first in front
   */
  synchronized List<ResourceKey> read(List<TokenFailure> unreadable) {
    List<ResourceKey> keys = new ArrayList<>();
    settings.forEach(
        (which, setting) -> {
          try {
            keys.add(new ResourceKey(which, KeyReader.read(setting)));
          } catch (TokenFailureException e) {
            unreadable.add(e.failure());
          }
        });
    // Of two that were refused, the one that was refused first may have been mended by now.
    keys.sort(Comparator.comparingLong(this::putBackNanos));
    return keys;
  }

  /** Returns how long a key still stands behind the other; zero if it does not. */
  private long putBackNanos(ResourceKey key) {
    Refusal refusal = refusals.get(key.which());
    if (refusal == null || !refusal.key().value().equals(key.value())) {
      return 0;
    }
    long age = nanoTime.getAsLong() - refusal.atNanos();
    return Math.max(0, PUT_BACK.toNanos() - age);
  }

  synchronized void refused(ResourceKey key) {
    refusals.put(key.which(), new Refusal(key, nanoTime.getAsLong()));
  }

  /**
   * Takes note that a key is in use, and tells an operator when that changes.
   *
   * @param other why the other key is not; null if it was not tried
   */
  synchronized void use(ResourceKey key, @Nullable TokenFailure other) {
    KeyInUse before = inUse;
    String complaintBefore = complaint;
    inUse = key.which();
    complaint = other == null ? null : other.event();
    if (other != null && (inUse != before || !other.event().equals(complaintBefore))) {
      LOG.warn(
          "The {} key is in use: the other one failed ({}). {}",
          nameOf(inUse),
          other.event(),
          other.explanation());
    } else if (before != null && inUse != before) {
      LOG.info("The {} key is in use from now on.", nameOf(inUse));
    }
  }

  /** Returns how a key is called in front of an operator. */
  static String nameOf(KeyInUse which) {
    return which == KeyInUse.PRIMARY ? "first" : "second";
  }
}
