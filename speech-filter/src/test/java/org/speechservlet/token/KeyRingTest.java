package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.speechservlet.config.KeySetting;
import org.speechservlet.token.TokenStatus.KeyInUse;

final class KeyRingTest {
  private final ManualTime time = new ManualTime();
  private final List<TokenFailure> unreadable = new ArrayList<>();

  private KeyRing ring(KeySetting first, KeySetting second) {
    return new KeyRing(first, second, time::nanoTime);
  }

  private KeyRing twoKeys() {
    return ring(new KeySetting.Text("one"), new KeySetting.Text("two"));
  }

  private List<String> order(KeyRing ring) {
    return ring.read(unreadable).stream().map(ResourceKey::value).toList();
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  @Test
  void keys_ofANewRing_areInOrder() {
    assertEquals(List.of("one", "two"), order(twoKeys()));
  }

  @Test
  void key_thatWasRefused_standsBehindTheOtherForHalfAnHour() {
    KeyRing ring = twoKeys();
    ring.refused(new ResourceKey(KeyInUse.PRIMARY, "one"));
    assertEquals(List.of("two", "one"), order(ring));
    time.advance(Duration.ofMinutes(30).minusNanos(1));
    assertEquals(List.of("two", "one"), order(ring));
    time.advance(Duration.ofNanos(1));
    assertEquals(List.of("one", "two"), order(ring));
  }

  @Test
  void keys_thatWereBothRefused_beginWithTheOneRefusedEarlier() {
    KeyRing ring = twoKeys();
    ring.refused(new ResourceKey(KeyInUse.PRIMARY, "one"));
    time.advance(Duration.ofSeconds(1));
    ring.refused(new ResourceKey(KeyInUse.SECONDARY, "two"));
    assertEquals(List.of("one", "two"), order(ring));
    time.advance(Duration.ofSeconds(1));
    ring.refused(new ResourceKey(KeyInUse.PRIMARY, "one"));
    assertEquals(List.of("two", "one"), order(ring));
  }

  @Test
  void keyFile_thatChangedAfterARefusal_comesFirstAtOnce(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("key");
    write(file, "old\n");
    KeyRing ring = ring(new KeySetting.File(file), new KeySetting.Text("two"));
    ring.refused(new ResourceKey(KeyInUse.PRIMARY, "old"));
    assertEquals(List.of("two", "old"), order(ring));
    write(file, "\uFEFF  new \r\n");
    assertEquals(List.of("new", "two"), order(ring));
  }

  @Test
  void keyFile_thatCannotBeUsed_leavesTheOtherAndSaysWhy(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("key");
    KeyRing ring = ring(new KeySetting.File(file), new KeySetting.Text("two"));
    assertEquals(List.of("two"), order(ring));
    write(file, " \n");
    assertEquals(List.of("two"), order(ring));
    write(file, "SECRET with a blank");
    assertEquals(List.of("two"), order(ring));
    write(file, "k".repeat(5000));
    assertEquals(List.of("two"), order(ring));
    assertEquals(
        List.of(
            "key file missing", "key file empty", "key file without a key", "key file too large"),
        unreadable.stream().map(TokenFailure::event).toList());
    assertTrue(unreadable.stream().allMatch(failure -> failure.cause().contains(file.toString())));
    assertTrue(unreadable.stream().noneMatch(failure -> failure.toString().contains("SECRET")));
  }

  @Test
  void keyFile_thatIsADirectory_isUnreadable(@TempDir Path folder) {
    KeyRing ring = ring(new KeySetting.File(folder), new KeySetting.Text("two"));
    assertEquals(List.of("two"), order(ring));
    assertEquals("key file unreadable", unreadable.get(0).event());
  }

  @Test
  void keyInUse_whenItChanges_isLoggedOnce() {
    try (LogCapture log = LogCapture.of(KeyRing.class)) {
      KeyRing ring = twoKeys();
      ResourceKey one = new ResourceKey(KeyInUse.PRIMARY, "one");
      ResourceKey two = new ResourceKey(KeyInUse.SECONDARY, "two");
      ring.use(one, null);
      ring.use(two, FakeSource.WRONG_KEY);
      ring.use(two, null);
      ring.use(one, null);
      ring.use(one, null);
      assertEquals(1, log.lines(Level.WARNING).size());
      assertTrue(
          log.lines(Level.WARNING)
              .get(0)
              .contains("The second key is in use: the other one failed (HTTP 401). Wrong."));
      assertEquals(1, log.lines(Level.INFO).size());
      assertTrue(log.lines(Level.INFO).get(0).contains("The first key is in use from now on."));
    }
  }
}
