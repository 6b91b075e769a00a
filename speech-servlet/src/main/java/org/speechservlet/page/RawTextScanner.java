package org.speechservlet.page;

/**
 * Finds the end of an element in which a {@code <} is text, such as {@code script} or {@code
 * title}: its own end tag. In a script, {@code <!-- <script>} hides one end tag (HTML Standard,
 * sections 13.2.5.15 to 13.2.5.31). Confined to one element.
 */
final class RawTextScanner {
  private final Word end;
  private final boolean isScript;
  private final Word comment = new Word("<!--");
  private final Word inner = new Word("<script");
  private int dashes;
  private boolean isInComment;
  private boolean isInInner;

  RawTextScanner(String name) {
    this.end = new Word("</" + name);
    this.isScript = name.equals("script");
  }

  /**
   * Takes the next unit of the page, in lower case; returns whether the name of the element's end
   * tag has ended before it.
   */
  boolean isEndNamedBefore(int unit) {
    boolean ends = end.isComplete() && endsName(unit);
    if (isScript) {
      ends = isOwn(ends, unit);
    }
    end.accept(unit);
    return ends;
  }

  private boolean isOwn(boolean ends, int unit) {
    boolean wasInInner = isInInner;
    if (isInComment && inner.isComplete() && endsName(unit)) {
      isInInner = true;
    }
    if (ends) {
      isInInner = false;
    }
    followComment(unit);
    inner.accept(unit);
    return ends && !wasInInner;
  }

  private void followComment(int unit) {
    comment.accept(unit);
    if (comment.isComplete()) {
      isInComment = true;
    }
    if (unit == '>' && dashes >= 2) {
      isInComment = false;
      isInInner = false;
    }
    dashes = unit == '-' ? dashes + 1 : 0;
  }

  static boolean endsName(int unit) {
    return unit == '>' || unit == '/' || AttributeScanner.isBlank(unit);
  }
}
