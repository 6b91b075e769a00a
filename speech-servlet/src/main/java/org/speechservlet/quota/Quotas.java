package org.speechservlet.quota;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BandwidthBuilder;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.speechservlet.config.UserLimitSettings;

/** The quotas that each user has, as buckets: a token is a millisecond of audio. Immutable. */
final class Quotas {
  private final List<Quota> all;
  private final BucketConfiguration buckets;

  private Quotas(List<Quota> all) {
    this.all = List.copyOf(all);
    this.buckets = new BucketConfiguration(all.stream().map(Quotas::bandwidth).toList());
  }

  /**
   * Those of the settings, of which there must be one at least.
   *
   * @param settings that limit audio
   */
  static Quotas of(UserLimitSettings settings) {
    List<Quota> all = new ArrayList<>();
    add("hour", settings.audioPerHour(), Duration.ofHours(1), all);
    add("day", settings.audioPerDay(), Duration.ofDays(1), all);
    return new Quotas(all);
  }

  private static void add(
      String name, @Nullable Duration audio, Duration window, List<Quota> quotas) {
    if (audio != null) {
      quotas.add(new Quota(name, audio, window));
    }
  }

  private static Bandwidth bandwidth(Quota quota) {
    long millis = quota.audio().toMillis();
    return BandwidthBuilder.builder()
        .capacity(millis)
        .refillGreedy(millis, quota.window())
        .id(quota.name())
        .build();
  }

  List<Quota> all() {
    return all;
  }

  BucketConfiguration buckets() {
    return buckets;
  }

  /** Tells accounts of these quotas from those of others. */
  String fingerprint() {
    StringBuilder text = new StringBuilder();
    for (Quota quota : all) {
      text.append(quota.name()).append('=').append(quota.audio().toMillis()).append(';');
    }
    return text.toString();
  }
}
