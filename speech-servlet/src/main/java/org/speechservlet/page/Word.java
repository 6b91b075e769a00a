package org.speechservlet.page;

/**
 * Watches for a text that begins with {@code <} and has no other {@code <} in it, however it is
 * cut. Confined to one page.
 */
final class Word {
  private final String text;
  private int matched;

  Word(String text) {
    this.text = text;
  }

  void accept(int unit) {
    if (matched < text.length() && text.charAt(matched) == unit) {
      matched++;
    } else {
      matched = unit == '<' ? 1 : 0;
    }
  }

  /** Whether the text ends with the last unit. */
  boolean isComplete() {
    return matched == text.length();
  }
}
