package org.speechservlet.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smoke-5",
        "paced-500",
        "opus-5000",
        "paused-8000",
        "resumable-10",
        "files-8",
        "short-32"
      })
  void named_anyThatThereIs_hasThatName(String name) {
    assertEquals(name, Load.named(name).name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"paced", "paced-", "fast-5", "paced-x", "paced-500000"})
  void named_another_isRefusedWithThoseThatThereAre(String name) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> Load.named(name));

    assertTrue(refusal.toString().contains(name + ";"));
    assertTrue(refusal.toString().contains("resumable-N"));
  }

  @Test
  void paused_allAreOpen_beforeTheFirstEnds() {
    LiveLoad load = LiveLoad.paused(8_000);

    assertTrue(load.allOpenAfter().compareTo(load.ramp()) > 0);
    assertTrue(load.allOpenAfter().compareTo(load.period().multipliedBy(load.pieces() - 1)) < 0);
  }
}
