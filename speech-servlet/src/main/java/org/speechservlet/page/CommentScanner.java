package org.speechservlet.page;

/**
 * Finds the end of a comment behind its {@code <!--}. States as in the HTML Standard, sections
 * 13.2.5.43 to 13.2.5.52. Confined to one page.
 */
final class CommentScanner {
  private enum State {
    START,
    START_DASH,
    INSIDE,
    DASH,
    END,
    BANG
  }

  private State state = State.START;

  void begin() {
    state = State.START;
  }

  /** Takes the next unit of the page; returns whether the comment ends with it. */
  boolean endsWith(int unit) {
    if (unit == '>' && state != State.INSIDE && state != State.DASH) {
      return true;
    }
    state =
        switch (state) {
          case START -> unit == '-' ? State.START_DASH : State.INSIDE;
          case START_DASH, DASH -> unit == '-' ? State.END : State.INSIDE;
          case INSIDE, BANG -> unit == '-' ? State.DASH : State.INSIDE;
          case END -> afterTwoDashes(unit);
        };
    return false;
  }

  private static State afterTwoDashes(int unit) {
    return switch (unit) {
      case '-' -> State.END;
      case '!' -> State.BANG;
      default -> State.INSIDE;
    };
  }
}
