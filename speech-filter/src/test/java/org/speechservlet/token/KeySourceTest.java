package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.speechservlet.config.KeySetting;
import org.speechservlet.token.TokenStatus.KeyInUse;

final class KeySourceTest {
  @TempDir private Path folder = Path.of("");

  private final FakeTime time = new FakeTime();

  @Test
  void key_asText_isHandedOutForGood() {
    TokenManager manager = manager(new KeySetting.Text("k1"), null);
    Authorization authorization = get(manager);
    assertEquals("Ocp-Apim-Subscription-Key", authorization.headerName());
    assertEquals("k1", authorization.headerValue());
    assertEquals(TokenStatus.Mode.KEY, manager.status().mode());
    assertNull(manager.status().timeLeft());
    assertEquals(0, time.scheduledCount());
  }

  @Test
  void key_inAFile_isReadAgain() throws Exception {
    Path file = folder.resolve("key");
    Files.writeString(file, "old");
    TokenManager manager = manager(new KeySetting.File(file), null);
    Authorization old = get(manager);
    time.pass(Duration.ofMinutes(6));
    assertSame(old, get(manager));
    Files.writeString(file, "new");
    time.pass(Duration.ofMinutes(6));
    assertEquals("new", get(manager).headerValue());
  }

  @Test
  void key_whoseFileIsGone_isNotKeptForLong() throws Exception {
    Path file = folder.resolve("key");
    Files.writeString(file, "k1");
    TokenManager manager = manager(new KeySetting.File(file), null);
    Files.delete(file);
    time.pass(Duration.ofMinutes(7));
    assertEquals("k1", get(manager).headerValue());
    assertTrue(manager.status().consecutiveFailures() > 0);
    time.pass(Duration.ofMinutes(3));
    assertEquals(TokenStatus.State.EXPIRED, manager.status().state());
  }

  @Test
  void key_thatTheSpeechApiRefuses_isFollowedByTheOther() {
    TokenManager manager = manager(new KeySetting.Text("k1"), new KeySetting.Text("k2"));
    Authorization first = get(manager);
    manager.invalidate(first);
    Authorization second = get(manager);
    assertEquals("k2", second.headerValue());
    assertEquals(KeyInUse.SECONDARY, manager.status().keyInUse());
    manager.invalidate(second);
    assertEquals("k1", get(manager).headerValue());
  }

  @Test
  void firstKey_thatWasRefused_isTriedAgainAfterHalfAnHour() {
    TokenManager manager = manager(new KeySetting.Text("k1"), new KeySetting.Text("k2"));
    manager.invalidate(get(manager));
    time.pass(Duration.ofMinutes(29));
    assertEquals("k2", get(manager).headerValue());
    time.pass(Duration.ofMinutes(7));
    assertEquals("k1", get(manager).headerValue());
    assertEquals(0, time.scheduledCount());
  }

  @Test
  void onlyKey_thatTheSpeechApiRefuses_staysTheSameObject() {
    TokenManager manager = manager(new KeySetting.Text("k1"), null);
    Authorization only = get(manager);
    for (int i = 0; i < 100; i++) {
      manager.invalidate(only);
      assertSame(only, get(manager));
    }
  }

  @Test
  void none_isHandedOutWithoutAnyThreadOrTimer() {
    TokenManager manager = manager(new NoCredentialSource());
    Authorization none = get(manager);
    none.applyTo(
        (name, value) -> {
          throw new AssertionError(name);
        });
    assertNull(none.headerName());
    assertEquals(TokenStatus.State.FRESH, manager.status().state());
    assertEquals(0, time.scheduledCount());
    assertNotSame(none, Authorization.none());
  }

  private TokenManager manager(KeySetting primary, @Nullable KeySetting secondary) {
    return manager(
        new KeySource(
            new KeyRing(primary, secondary, time::nanoTime),
            Duration.ofMinutes(6),
            new AttemptThread(Runnable::run)));
  }

  private TokenManager manager(CredentialSource source) {
    return new TokenManager(
        new RenewalLoop(
            source,
            new RenewalPolicy(Duration.ofMinutes(6)),
            time.surroundings(),
            new RenewalLog(LoggerFactory.getLogger(KeySourceTest.class), source)),
        time::close);
  }

  private static Authorization get(TokenManager manager) {
    return manager.authorization().toCompletableFuture().join();
  }
}
