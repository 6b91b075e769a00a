package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AdmissionControlTest {
  private final AdmissionControl admission = new AdmissionControl(2);

  @Test
  void tryEnter_beyondTheLimit_isRefusedUntilOneLeaves() {
    assertTrue(admission.tryEnter());
    assertTrue(admission.tryEnter());
    assertFalse(admission.tryEnter());
    admission.leave();

    assertTrue(admission.tryEnter());
    assertEquals(2, admission.inFlight());
  }

  @Test
  void close_whenNobodyIsThere_doesNotWait() throws Exception {
    assertTrue(admission.close(Duration.ofHours(1)));
    assertFalse(admission.tryEnter());
  }

  @Test
  void close_waitsForTheLastToLeave() throws Exception {
    assertTrue(admission.tryEnter());
    CompletableFuture<Boolean> closed =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return admission.close(Duration.ofHours(1));
              } catch (InterruptedException e) {
                return false;
              }
            });
    admission.leave();

    assertTrue(closed.get(30, TimeUnit.SECONDS));
  }

  @Test
  void close_afterItsPatience_saysNo() throws Exception {
    assertTrue(admission.tryEnter());

    assertFalse(admission.close(Duration.ofMillis(1)));
  }
}
