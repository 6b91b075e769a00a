package org.speechservlet.page;

import java.util.Set;

/**
 * Finds the place for the button's two elements in a page: right behind the start tag of its head.
 *
 * <p>Where that tag is left out, which HTML allows, the place is behind the first element that only
 * a head has, or else behind the start tag of the body. It is always behind a tag, so that nothing
 * of the page is ever held back. A fragment has no place: neither head nor body, and no {@code
 * <html>} or {@code <!doctype>} before a title. Confined to one page.
 */
final class InsertionPoint {
  /** After so much without a place, the page is taken for one that has none: in units. */
  static final int SEARCH_LIMIT = 64 * 1024;

  private static final Set<String> IN_HEAD_WITHOUT_CONTENT = Set.of("link", "meta");
  private static final Set<String> IN_HEAD = Set.of("noscript", "script", "style", "title");

  private final TagScanner scanner = new TagScanner();
  private int searched;
  private boolean isFound;
  private boolean isGivenUp;
  private boolean isDocument;
  private boolean hasBase;

  /**
   * Takes the next unit of the page; returns whether the place is right behind it. To be called
   * until then, or until the search is given up.
   */
  boolean isBehind(int unit) {
    Tag tag = scanner.accept(unit);
    searched++;
    if (tag != null) {
      look(tag);
    }
    isGivenUp |= searched >= SEARCH_LIMIT;
    return isFound;
  }

  private void look(Tag tag) {
    isFound = isPlace(tag);
    isDocument |= isHtml(tag);
    hasBase |= tag.is(Tag.Kind.START, "base");
    // All that follows is text.
    isGivenUp |= tag.is(Tag.Kind.START, "plaintext");
  }

  private boolean isPlace(Tag tag) {
    return switch (tag.kind()) {
      case START ->
          tag.name().equals("head")
              || tag.name().equals("body")
              || (isDocument && IN_HEAD_WITHOUT_CONTENT.contains(tag.name()));
      case END -> isDocument && IN_HEAD.contains(tag.name());
      case DECLARATION -> false;
    };
  }

  private static boolean isHtml(Tag tag) {
    return tag.is(Tag.Kind.START, "html") || tag.is(Tag.Kind.DECLARATION, "doctype");
  }

  /** Whether there will be no place any more. */
  boolean isGivenUp() {
    return isGivenUp;
  }

  /** Whether this is a page and no fragment of one, as far as it has been seen. */
  boolean isDocument() {
    return isDocument;
  }

  /** Whether a {@code <base>} before the place may have changed what addresses are relative to. */
  boolean hasBase() {
    return hasBase;
  }
}
