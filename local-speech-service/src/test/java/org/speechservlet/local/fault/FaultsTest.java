package org.speechservlet.local.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.speechservlet.local.HandClock;

final class FaultsTest {

  private static final Fault RESET = Fault.on(Target.TOKEN, Moment.START, new Action.Reset());
  private static final Fault GARBAGE = Fault.on(Target.TOKEN, Moment.START, new Action.Garbage());
  private static final Fault HALF =
      Fault.on(Target.RECOGNITION, Moment.IN_ANSWER, new Action.Disconnect());

  private final HandClock clock = new HandClock();
  private final Faults faults = new Faults(clock);

  @Test
  void take_nothingSet_isEmpty() {
    assertEquals(Optional.empty(), takeToken());
    assertEquals(Optional.empty(), faults.takeAfterStart(Target.TOKEN));
  }

  @Test
  void take_faultOfTheOtherTarget_isEmpty() {
    faults.add(HALF);
    assertEquals(Optional.empty(), faults.takeAfterStart(Target.TOKEN));
    assertEquals(Optional.of(HALF), faults.takeAfterStart(Target.RECOGNITION));
  }

  @Test
  void take_faultOfALaterMoment_isNotTakenAtTheStart() {
    faults.add(HALF);
    assertEquals(Optional.empty(), faults.takeAtStart(Target.RECOGNITION, Optional.empty()));
  }

  @Test
  void take_count_happensThatOften() {
    faults.add(RESET.times(2));
    assertTrue(takeToken().isPresent());
    assertTrue(takeToken().isPresent());
    assertFalse(takeToken().isPresent());
    assertEquals(List.of(), faults.list());
  }

  @Test
  void take_skip_passesOverThatMany() {
    faults.add(RESET.afterRequests(2).times(1));
    assertFalse(takeToken().isPresent());
    assertFalse(takeToken().isPresent());
    assertEquals(2, faults.list().get(0).skipped());
    assertTrue(takeToken().isPresent());
    assertFalse(takeToken().isPresent());
  }

  @Test
  void take_duration_happensUntilItHasPassed() {
    faults.add(RESET.lasting(Duration.ofSeconds(10)));
    clock.advance(Duration.ofMillis(9_999));
    assertTrue(takeToken().isPresent());
    clock.advance(Duration.ofMillis(1));
    assertFalse(takeToken().isPresent());
    assertEquals(List.of(), faults.list());
  }

  @Test
  void take_twoSet_takesTheFirstUntilItIsUsedUp() {
    faults.add(RESET.times(1));
    faults.add(GARBAGE);
    assertEquals(new Action.Reset(), takeToken().orElseThrow().action());
    assertEquals(new Action.Garbage(), takeToken().orElseThrow().action());
  }

  @Test
  void take_tokenUses_countsEachTokenForItself() {
    Fault fault = Fault.on(Target.RECOGNITION, Moment.START, new Action.Reset()).afterTokenUses(1);
    faults.add(fault);
    assertFalse(takeRecognition("a"));
    assertFalse(takeRecognition("b"));
    assertTrue(takeRecognition("a"));
    assertTrue(takeRecognition("b"));
    assertEquals(Optional.empty(), faults.takeAtStart(Target.RECOGNITION, Optional.empty()));
  }

  @Test
  void take_tokenUsesOfManyTokens_forgetsTheOldest() {
    Fault fault = Fault.on(Target.RECOGNITION, Moment.START, new Action.Reset()).afterTokenUses(1);
    faults.add(fault);
    takeRecognition("oldest");
    for (int i = 0; i < 4_096; i++) {
      takeRecognition("token " + i);
    }
    assertFalse(takeRecognition("oldest"));
    assertTrue(takeRecognition("token 4095"));
  }

  @Test
  void remove_byNumber_leavesTheOthers() {
    int id = faults.add(RESET);
    faults.add(GARBAGE);
    assertTrue(faults.remove(id));
    assertFalse(faults.remove(id));
    assertEquals(List.of(GARBAGE), faults.list().stream().map(FaultState::fault).toList());
  }

  @Test
  void clear_leavesNothing() {
    faults.add(RESET);
    faults.clear();
    assertEquals(Optional.empty(), takeToken());
  }

  @Test
  void add_oneTooMany_isRefused() {
    for (int i = 0; i < 1_000; i++) {
      faults.add(RESET);
    }
    assertThrows(IllegalStateException.class, () -> faults.add(RESET));
  }

  @Test
  void fault_thatCannotBe_isRefused() {
    refused(() -> Fault.on(Target.TOKEN, Moment.MIDDLE, new Action.Reset()));
    refused(() -> Fault.on(Target.TOKEN, Moment.START, new Action.AnswerEarly()));
    refused(() -> Fault.on(Target.RECOGNITION, Moment.START, new Action.AnswerEarly()));
    refused(() -> Fault.on(Target.RECOGNITION, Moment.IN_ANSWER, new Action.Garbage()));
    refused(() -> RESET.afterTokenUses(1));
    refused(() -> HALF.afterTokenUses(1));
    refused(() -> RESET.times(0));
    refused(() -> RESET.afterRequests(-1));
    refused(() -> RESET.lasting(Duration.ZERO));
    refused(() -> RESET.lasting(Duration.ofDays(366)));
    refused(() -> new Action.Stall(Duration.ofSeconds(-1)));
  }

  private static void refused(org.junit.jupiter.api.function.Executable call) {
    assertThrows(IllegalArgumentException.class, call);
  }

  private Optional<Fault> takeToken() {
    return faults.takeAtStart(Target.TOKEN, Optional.empty());
  }

  private boolean takeRecognition(String tokenId) {
    return faults.takeAtStart(Target.RECOGNITION, Optional.of(tokenId)).isPresent();
  }
}
