package org.speechservlet.local.audio;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** What went wrong, for assertions on what an operator reads. */
public final class Failures {

  private Failures() {}

  /** The message of the exception of this type that the call throws. */
  public static String messageOf(Class<? extends Throwable> type, Executable call) {
    return String.valueOf(assertThrows(type, call).getMessage());
  }
}
