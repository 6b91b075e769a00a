package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C Trace Context, section 3.2. */
class TraceContextTest {
  private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Test
  void traceId_ofTheFirstVersion_isTheSecondField() {
    assertEquals(ID, TraceContext.traceId("00-" + ID + "-00f067aa0ba902b7-01"));
  }

  @Test
  void traceId_ofALaterVersion_withMoreBehind_isTheSecondField() {
    assertEquals(ID, TraceContext.traceId("01-" + ID + "-00f067aa0ba902b7-01-more"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "4bf92f3577b34da6a3ce929d0e0e4736",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\nforged"
      })
  void traceId_ofAnythingElse_isNone(String field) {
    assertNull(TraceContext.traceId(field));
  }
}
