package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.speechservlet.servlet.AdmissionControl.Entry;

class AdmissionControlTest {
  private final AdmissionControl admission = new AdmissionControl(2, 0);

  @Test
  void tryEnter_beyondTheLimit_isRefusedUntilOneLeaves() {
    assertEquals(Entry.ENTERED, admission.tryEnter("ann"));
    assertEquals(Entry.ENTERED, admission.tryEnter("ann"));
    assertEquals(Entry.FULL, admission.tryEnter("ann"));
    admission.leave("ann");

    assertEquals(Entry.ENTERED, admission.tryEnter("ann"));
    assertEquals(2, admission.inFlight());
  }

  @Test
  void tryEnter_beyondTheLimitOfOne_letsOthersIn() {
    AdmissionControl parted = new AdmissionControl(3, 1);
    assertEquals(Entry.ENTERED, parted.tryEnter("ann"));
    assertEquals(Entry.FULL_OF_ONE, parted.tryEnter("ann"));
    assertEquals(Entry.ENTERED, parted.tryEnter("bob"));
    assertEquals(2, parted.inFlight());
    parted.leave("ann");

    assertEquals(Entry.ENTERED, parted.tryEnter("ann"));
  }

  @Test
  void close_whenNobodyIsThere_doesNotWait() throws Exception {
    assertTrue(admission.close(Duration.ofHours(1)));
    assertEquals(Entry.FULL, admission.tryEnter("ann"));
  }

  @Test
  void close_waitsForTheLastToLeave() throws Exception {
    assertEquals(Entry.ENTERED, admission.tryEnter("ann"));
    CompletableFuture<Boolean> closed =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return admission.close(Duration.ofHours(1));
              } catch (InterruptedException e) {
                return false;
              }
            });
    admission.leave("ann");

    assertTrue(closed.get(30, TimeUnit.SECONDS));
  }

  @Test
  void close_afterItsPatience_saysNo() throws Exception {
    assertEquals(Entry.ENTERED, admission.tryEnter("ann"));

    assertFalse(admission.close(Duration.ofMillis(1)));
  }
}
