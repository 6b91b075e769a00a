package org.speechservlet.page;

/**
 * Finds the end of a tag behind its name: a {@code >} within a quoted value is none. States as in
 * the HTML Standard, sections 13.2.5.32 to 13.2.5.40. Confined to one page.
 */
final class AttributeScanner {
  private enum State {
    BEFORE_NAME,
    NAME,
    AFTER_NAME,
    BEFORE_VALUE,
    DOUBLE_QUOTED,
    SINGLE_QUOTED,
    UNQUOTED
  }

  private State state = State.BEFORE_NAME;

  void begin() {
    state = State.BEFORE_NAME;
  }

  /** Takes the next unit of the page; returns whether the tag ends with it. */
  boolean endsWith(int unit) {
    if (unit == '>' && state != State.DOUBLE_QUOTED && state != State.SINGLE_QUOTED) {
      return true;
    }
    state =
        switch (state) {
          case BEFORE_NAME -> isBlank(unit) || unit == '/' ? State.BEFORE_NAME : State.NAME;
          case NAME, AFTER_NAME -> afterName(unit);
          case BEFORE_VALUE -> beforeValue(unit);
          case DOUBLE_QUOTED -> unit == '"' ? State.BEFORE_NAME : State.DOUBLE_QUOTED;
          case SINGLE_QUOTED -> unit == '\'' ? State.BEFORE_NAME : State.SINGLE_QUOTED;
          case UNQUOTED -> isBlank(unit) ? State.BEFORE_NAME : State.UNQUOTED;
        };
    return false;
  }

  private State afterName(int unit) {
    if (unit == '=') {
      return State.BEFORE_VALUE;
    }
    if (unit == '/') {
      return State.BEFORE_NAME;
    }
    return isBlank(unit) ? State.AFTER_NAME : State.NAME;
  }

  private static State beforeValue(int unit) {
    if (isBlank(unit)) {
      return State.BEFORE_VALUE;
    }
    return switch (unit) {
      case '"' -> State.DOUBLE_QUOTED;
      case '\'' -> State.SINGLE_QUOTED;
      default -> State.UNQUOTED;
    };
  }

  static boolean isBlank(int unit) {
    return unit == ' ' || unit == '\n' || unit == '\t' || unit == '\r' || unit == '\f';
  }
}
