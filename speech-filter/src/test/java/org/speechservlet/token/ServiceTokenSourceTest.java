package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.config.KeySetting;
import org.speechservlet.token.TokenStatus.KeyInUse;

final class ServiceTokenSourceTest {
  @TempDir private Path folder = Path.of("");

  private final FakeTime time = new FakeTime();
  private final FakeService service = new FakeService();
  private final LogCapture keyLog = LogCapture.of(KeyRing.class);
  private final LogCapture clockLog = LogCapture.of(ClockCheck.class);
  private ServiceTokenSource source = source(new KeySetting.Text("k1"), new KeySetting.Text("k2"));

  @AfterEach
  void closeLogs() {
    keyLog.close();
    clockLog.close();
  }

  // The two keys

  @Test
  void firstKey_thatIsAccepted_isTheOnlyOneTried() throws Exception {
    assertEquals(KeyInUse.PRIMARY, request().key());
    assertEquals(List.of("k1"), service.keys());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void firstKey_thatIsRefused_isFollowedByTheSecondAtOnce(int status) throws Exception {
    service.refuse("k1", status);
    assertEquals(KeyInUse.SECONDARY, request().key());
    assertEquals(List.of("k1", "k2"), service.keys());
    assertEquals(1, keyLog.warnings().size());
    assertTrue(
        keyLog
            .warnings()
            .get(0)
            .startsWith("The second key is in use: the other one failed (HTTP " + status + ")."));
  }

  @Test
  void firstKey_thatWasRefused_isLeftAloneForHalfAnHour() throws Exception {
    service.refuse("k1", 401);
    request();
    time.pass(Duration.ofMinutes(29));
    request();
    assertEquals(List.of("k1", "k2", "k2"), service.keys());
    time.pass(Duration.ofMinutes(1));
    service.accept("k1");
    assertEquals(KeyInUse.PRIMARY, request().key());
    assertEquals(List.of("k1", "k2", "k2", "k1"), service.keys());
    assertEquals(List.of("The first key is in use from now on."), keyLog.infos());
  }

  @Test
  void firstKey_whoseFileHasChanged_isTriedAtOnce() throws Exception {
    Path file = folder.resolve("key");
    Files.writeString(file, "old\n");
    source = source(new KeySetting.File(file), new KeySetting.Text("k2"));
    service.refuse("old", 401);
    request();
    Files.writeString(file, "new\n");
    assertEquals(KeyInUse.PRIMARY, request().key());
    assertEquals(List.of("old", "k2", "new"), service.keys());
  }

  @Test
  void secondKey_thatIsRefusedLater_isFollowedByTheFirstAtOnce() throws Exception {
    service.refuse("k1", 401);
    request();
    service.accept("k1");
    service.refuse("k2", 403);
    assertEquals(KeyInUse.PRIMARY, request().key());
    assertEquals(List.of("k1", "k2", "k2", "k1"), service.keys());
  }

  @Test
  void bothKeys_refused_areOnePermanentFailure() {
    service.refuse("k1", 401);
    service.refuse("k2", 401);
    TokenFailure failure = failure();
    assertEquals("HTTP 401 with both keys", failure.event());
    assertTrue(failure.isPermanent());
  }

  @Test
  void firstKey_withTheServiceInTrouble_isNotFollowedByTheSecond() {
    service.refuse("k1", 503);
    assertEquals("HTTP 503", failure().event());
    assertEquals(List.of("k1"), service.keys());
  }

  @Test
  void onlyKey_thatIsRefused_isAskedAgainNextTime() throws Exception {
    source = source(new KeySetting.Text("k1"), null);
    service.refuse("k1", 401);
    assertEquals("HTTP 401", failure().event());
    service.accept("k1");
    assertEquals(KeyInUse.PRIMARY, request().key());
  }

  @Test
  void firstKey_whoseFileIsGone_isNotRemembered() throws Exception {
    Path file = folder.resolve("key");
    Files.writeString(file, "k1");
    source = source(new KeySetting.File(file), new KeySetting.Text("k2"));
    request();
    Files.delete(file);
    assertEquals(KeyInUse.SECONDARY, request().key());
    assertTrue(keyLog.warnings().get(0).contains("key file missing"), keyLog.text());
    source = source(new KeySetting.File(file), null);
    assertEquals("key file missing", failure().event());
    assertEquals(List.of("k1", "k2"), service.keys());
  }

  @Test
  void secondKey_whoseFileIsMissing_isSaidOnceThoughTheFirstServes() throws Exception {
    source = source(new KeySetting.Text("k1"), new KeySetting.File(folder.resolve("none")));
    request();
    request();
    assertEquals(1, keyLog.warnings().size());
    assertTrue(keyLog.warnings().get(0).startsWith("The first key is in use: the other one"));
  }

  // What comes back

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "tab\tinside", "é", "line\nbreak"})
  void body_thatIsNoToken_isAFailure(String body) {
    service.token = body;
    assertEquals("HTTP 200 without a token", failure().event());
  }

  @Test
  void body_thatIsTooLong_isAFailure() {
    service.token = "t".repeat(AccessToken.MAX_LENGTH + 1);
    assertEquals("HTTP 200 without a token", failure().event());
  }

  @Test
  void body_withALineEnd_isTheTokenWithoutIt() throws Exception {
    service.token = "token\r\n";
    assertEquals("Bearer token", request().authorization().headerValue());
  }

  @Test
  void body_thatQuotesTheKey_isNotQuoted() {
    source = source(new KeySetting.Text("sesame"), null);
    service.refuse("sesame", 400);
    service.errorBody = "{\"message\":\"header was sesame\"}";
    assertTrue(failure().cause().contains("\"header was (the key)\""));
  }

  @Test
  void retryAfter_asADate_isCountedByTheServicesClock() {
    time.setWallOffset(Duration.ofHours(5));
    service.refuse("k1", 503);
    service.date = date(time.trueTime());
    service.retryAfter = date(time.trueTime().plusSeconds(40));
    assertEquals(Duration.ofSeconds(40), failure().retryAfter());
  }

  // The clock

  @ParameterizedTest
  @ValueSource(longs = {-3600, -121, 121, 3600})
  void clock_thatIsFarOff_isWarnedOfOnceAndDoesNoHarm(long aheadSeconds) throws Exception {
    time.setWallOffset(Duration.ofSeconds(aheadSeconds));
    service.date = date(time.trueTime());
    service.token = expiringAt(time.trueTime().plusSeconds(300));
    assertEquals(Duration.ofMinutes(5), request().lifetime());
    request();
    assertEquals(1, clockLog.warnings().size());
    assertTrue(clockLog.warnings().get(0).contains(Math.abs(aheadSeconds) + " s "));
    time.setWallOffset(Duration.ZERO);
    request();
    assertEquals(1, clockLog.infos().size());
  }

  @Test
  void clock_thatIsOffByLittle_isNotWarnedOf() throws Exception {
    time.setWallOffset(Duration.ofSeconds(119));
    service.date = date(time.trueTime());
    request();
    assertEquals(List.of(), clockLog.warnings());
  }

  @Test
  void exp_thatMakesNoSense_isWarnedOfOnce() throws Exception {
    service.token = expiringAt(time.trueTime().minusSeconds(60));
    assertEquals(Duration.ofMinutes(10), request().lifetime());
    request();
    assertEquals(1, clockLog.warnings().size());
    assertTrue(clockLog.warnings().get(0).contains("counts as valid for 10 minutes"));
  }

  // Threads

  @Test
  void request_whileAnEarlierOneHangs_failsAtOnce() {
    AttemptThread busy =
        new AttemptThread(
            task -> {
              throw new RejectedExecutionException();
            });
    source =
        new ServiceTokenSource(
            "host", service, ring(new KeySetting.Text("k"), null), busy, time.clock());
    assertEquals("an earlier attempt hangs", failure().event());
  }

  @Test
  void request_thatIsCancelledBeforeItsTurn_isNotSent() {
    List<Runnable> queue = new ArrayList<>();
    source =
        new ServiceTokenSource(
            "host",
            service,
            ring(new KeySetting.Text("k"), null),
            new AttemptThread(queue::add),
            time.clock());
    source.request().cancel(true);
    queue.forEach(Runnable::run);
    assertEquals(List.of(), service.keys());
  }

  private Credential request() throws Exception {
    CompletableFuture<Credential> future = source.request();
    assertTrue(future.isDone());
    return future.get();
  }

  private TokenFailure failure() {
    ExecutionException e = assertThrows(ExecutionException.class, () -> source.request().get());
    if (e.getCause() instanceof TokenFailureException failed) {
      assertFalse(failed.failure().toString().contains("sesame"));
      return failed.failure();
    }
    throw new AssertionError(e);
  }

  private ServiceTokenSource source(KeySetting primary, @Nullable KeySetting secondary) {
    return new ServiceTokenSource(
        "host", service, ring(primary, secondary), new AttemptThread(Runnable::run), time.clock());
  }

  private KeyRing ring(KeySetting primary, @Nullable KeySetting secondary) {
    return new KeyRing(primary, secondary, time::nanoTime);
  }

  private static String expiringAt(Instant instant) {
    return TestTokens.withPayload("{\"exp\":" + instant.getEpochSecond() + "}");
  }

  private static String date(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }

  /** A token service without a network. */
  private static final class FakeService implements TokenExchange {
    private final Map<String, Integer> refusals = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private String token = "token";
    private String errorBody = "";
    private @Nullable String date;
    private @Nullable String retryAfter;

    void refuse(String key, int status) {
      refusals.put(key, status);
    }

    void accept(String key) {
      refusals.remove(key);
    }

    List<String> keys() {
      return keys;
    }

    @Override
    public TokenAnswer post(String key, CompletableFuture<?> attempt) {
      keys.add(key);
      int status = refusals.getOrDefault(key, 200);
      return new TokenAnswer(status, date, retryAfter, null, status == 200 ? token : errorBody);
    }
  }
}
