package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogContextTest {

  @AfterEach
  void clear() {
    MDC.clear();
  }

  @Test
  void id_whileALineIsWritten_isInTheContext_andGoneAfterwards() {
    List<String> seen = new ArrayList<>();
    LogContext.of("d510", () -> seen.add(MDC.get("speechRequestId")));
    assertEquals(List.of("d510"), seen);
    assertNull(MDC.get("speechRequestId"));
  }

  @Test
  void id_isGoneAlsoWhenALogFails() {
    assertThrows(
        IllegalStateException.class,
        () ->
            LogContext.of(
                "d510",
                () -> {
                  throw new IllegalStateException("a full disk");
                }));
    assertNull(MDC.get("speechRequestId"));
  }

  @Test
  void whatTheApplicationHasInTheContext_stays() {
    MDC.put("user", "alice");
    LogContext.of("d510", () -> {});
    assertEquals("alice", MDC.get("user"));
  }
}
