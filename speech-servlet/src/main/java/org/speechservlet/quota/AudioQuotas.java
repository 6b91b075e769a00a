package org.speechservlet.quota;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.speechservlet.config.UserLimitSettings;

/** Internal. Makes what counts the users' audio. */
public final class AudioQuotas {
  private AudioQuotas() {}

  /**
   * Makes what the settings ask for.
   *
   * @param application where a cache is looked for
   * @param clock tells the time to all nodes
   * @param threadName for the threads that ask a cache
   * @return null if audio is not limited
   * @throws IllegalStateException if there is no such cache; the message is for an operator
   */
  public static @Nullable AudioQuota open(
      UserLimitSettings settings,
      ClassLoader application,
      Clock clock,
      Alarm alarm,
      String threadName) {
    if (!settings.limitsAudio()) {
      return null;
    }
    Quotas quotas = Quotas.of(settings);
    LocalAudioQuota local = new LocalAudioQuota(quotas, clock);
    String cache = settings.cache();
    return cache == null
        ? local
        : new StandbyAudioQuota(
            new SharedAudioQuota(quotas, open(cache, application), clock, threadName),
            local,
            alarm);
  }

  private static SharedTexts open(String cache, ClassLoader application) {
    try {
      return CachedTexts.open(cache, application);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "speech.user.cache = "
              + cache
              + ", but there is no javax.cache.Caching. Add javax.cache:cache-api and a provider,"
              + " such as Hazelcast or Infinispan, to the web application.",
          e);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "The cache that speech.user.cache names, "
              + cache
              + ", cannot be opened: "
              + e.getMessage()
              + ". It must be one of String to String, of the only JCache provider that the web"
              + " application sees.",
          e);
    }
  }
}
