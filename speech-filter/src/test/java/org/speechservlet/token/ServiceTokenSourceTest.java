package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.speechservlet.config.KeySetting;

/** From keys and answers to a token, without a network. */
final class ServiceTokenSourceTest {
  private static final TokenAnswer TOKEN = answer(200, "a.b.c");

  private final ManualTime time = new ManualTime();
  private final List<String> sent = new ArrayList<>();
  private final Map<String, TokenAnswer> answers = new HashMap<>();
  private final ServiceTokenSource source = source("one", "two");

  private static TokenAnswer answer(int status, String body) {
    return new TokenAnswer(status, null, null, null, body);
  }

  private ServiceTokenSource source(String first, String second) {
    Surroundings around = time.surroundings();
    return new ServiceTokenSource(
        "token.test",
        (key, attempt) -> exchange(key),
        new KeyRing(new KeySetting.Text(first), new KeySetting.Text(second), around.nanoTime()),
        new AttemptThread(Runnable::run),
        around.clock());
  }

  private TokenAnswer exchange(String key) throws NoAnswerException {
    sent.add(key);
    TokenAnswer answer = answers.get(key);
    if (answer == null) {
      throw new NoAnswerException(NoAnswerException.Fault.CONNECTION_REFUSED, "");
    }
    return answer;
  }

  private static TokenFailure failureOf(ServiceTokenSource source) {
    CompletionException failed =
        assertThrows(CompletionException.class, () -> source.request().join());
    return ((TokenFailureException) Objects.requireNonNull(failed.getCause())).failure();
  }

  @Test
  void token_withTheFirstKey_isTakenAsItIs() {
    answers.put("one", answer(200, " a.b.c\r\n"));
    Credential got = source.request().join();
    assertEquals("Bearer a.b.c", got.authorization().headerValue());
    assertEquals(Duration.ofMinutes(10), got.lifetime());
    assertEquals(TokenStatus.KeyInUse.PRIMARY, got.key());
  }

  @Test
  void token_thatContainsAVeryShortKey_isNotTouched() {
    answers.put("a", answer(200, "aaa.bab.c"));
    assertEquals(
        "Bearer aaa.bab.c", source("a", "b").request().join().authorization().headerValue());
  }

  @Test
  void refusedKey_with401Or403_triesTheOtherAtOnceAndFirstNextTime() {
    for (int status : new int[] {401, 403}) {
      sent.clear();
      answers.put("one", answer(status, ""));
      answers.put("two", TOKEN);
      ServiceTokenSource fresh = source("one", "two");
      assertEquals(TokenStatus.KeyInUse.SECONDARY, fresh.request().join().key());
      fresh.request().join();
      assertEquals(List.of("one", "two", "two"), sent);
    }
  }

  @Test
  void firstKey_halfAnHourAfterItsRefusal_isTriedAgain() {
    answers.put("one", answer(403, ""));
    answers.put("two", TOKEN);
    source.request().join();
    answers.put("one", TOKEN);
    time.advance(Duration.ofMinutes(30));
    assertEquals(TokenStatus.KeyInUse.PRIMARY, source.request().join().key());
  }

  @Test
  void bothKeys_refused_failForGoodWithBothReasons() {
    answers.put("one", answer(401, ""));
    answers.put("two", answer(403, "quota"));
    TokenFailure failure = failureOf(source);
    assertEquals("HTTP 401 with one key, HTTP 403 with the other", failure.event());
    assertTrue(failure.isPermanent());
    assertTrue(failure.explanation().contains("quota"), failure.explanation());
  }

  @Test
  void failure_thatIsNotTheKeys_doesNotSpendTheOtherKey() {
    answers.put("one", answer(503, ""));
    assertFalse(failureOf(source).isPermanent());
    answers.remove("one");
    assertEquals("connection refused", failureOf(source).event());
    assertEquals(List.of("one", "one"), sent);
  }

  @Test
  void answer_thatQuotesTheKey_isToldWithoutIt() {
    answers.put("one", answer(500, "one is not a key, says one"));
    String explanation = failureOf(source).explanation();
    assertFalse(explanation.contains("one is") || explanation.contains("says one"), explanation);
  }

  @Test
  void body_thatCannotBeAToken_isRefused() {
    for (String body : new String[] {"", " ", "two words", "t\u00f6ken", "x".repeat(16385)}) {
      answers.put("one", answer(200, body));
      assertEquals("HTTP 200 without a token", failureOf(source).event());
    }
  }

  @Test
  void clock_thatIsOff_isSaidOnceAndDoesNoHarm() {
    Instant service = time.surroundings().clock().instant().minus(Duration.ofHours(2));
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(service.atOffset(ZoneOffset.UTC));
    answers.put("one", new TokenAnswer(200, date, null, null, "a.b.c"));
    try (LogCapture log = LogCapture.of(ClockCheck.class)) {
      source.request().join();
      source.request().join();
      List<String> warnings = log.lines(Level.WARNING);
      assertEquals(1, warnings.size());
      assertTrue(warnings.get(0).contains("7200 s ahead of"), warnings.get(0));
    }
  }
}
