package org.speechservlet.quota;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.speechservlet.config.UserLimitSettings;

class AudioQuotasTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private static @Nullable AudioQuota open(UserLimitSettings settings) {
    return AudioQuotas.open(
        settings,
        ClassLoader.getPlatformClassLoader(),
        Clock.systemUTC(),
        (delay, task) -> () -> {},
        "test-quota");
  }

  @Test
  void quota_isThereIfAudioIsLimited() {
    assertNull(open(new UserLimitSettings(3, null, null, null)));
    AudioQuota quota = open(new UserLimitSettings(0, HOUR, null, null));
    assertNotNull(quota);
    quota.close();
  }

  @Test
  void cache_whereTheApplicationHasNoProvider_isRefusedWithWhatToDo() {
    String message =
        String.valueOf(
            assertThrows(
                    IllegalStateException.class,
                    () -> open(new UserLimitSettings(0, HOUR, null, "speech-users")))
                .getMessage());

    assertTrue(
        message.startsWith("The cache that speech.user.cache names, speech-users, "), message);
    assertTrue(message.contains("the only JCache provider that the web application sees"), message);
  }
}
