package org.speechservlet.quota;

import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.Duration;
import javax.cache.expiry.TouchedExpiryPolicy;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;

/**
 * Texts in a JCache cache (JSR 107). Only here is that API used, so that nobody needs it who does
 * not ask for a cache.
 */
final class CachedTexts implements SharedTexts {
  /** After a day untouched, an account is as one that never was. */
  private static final Duration EXPIRY = new Duration(TimeUnit.HOURS, 25);

  private final CachingProvider provider;
  private final Cache<String, String> cache;

  private CachedTexts(CachingProvider provider, Cache<String, String> cache) {
    this.provider = provider;
    this.cache = cache;
  }

  /**
   * Opens a cache of the one provider that the application sees, and makes it if its configuration
   * has none.
   */
  static CachedTexts open(String name, ClassLoader application) {
    CachingProvider provider = Caching.getCachingProvider(application);
    try {
      CacheManager manager = provider.getCacheManager(provider.getDefaultURI(), application);
      Cache<String, String> found = manager.getCache(name, String.class, String.class);
      Cache<String, String> cache = found != null ? found : create(name, manager);
      cache.containsKey(name); // Some take their time for the first question; no user waits for it.
      return new CachedTexts(provider, cache);
    } catch (RuntimeException e) {
      provider.close();
      throw e;
    }
  }

  private static Cache<String, String> create(String name, CacheManager manager) {
    return manager.createCache(
        name,
        new MutableConfiguration<String, String>()
            .setTypes(String.class, String.class)
            .setExpiryPolicyFactory(TouchedExpiryPolicy.factoryOf(EXPIRY)));
  }

  @Override
  public @Nullable String get(String name) {
    return cache.get(name);
  }

  @Override
  public boolean replace(String name, @Nullable String before, String after) {
    return before == null ? cache.putIfAbsent(name, after) : cache.replace(name, before, after);
  }

  /**
   * The provider is the application's by its class loader, and ends with the application. Whether
   * its threads end with it is the provider's own affair: those of Hazelcast do not.
   */
  @Override
  public void close() {
    provider.close();
  }
}
