package org.speechservlet.page;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tags of a page as a browser's tokenizer does (HTML Standard, section 13.2.5), unit by
 * unit, so that it does not matter how the page is cut.
 *
 * <p>A unit is a character, or a byte of a charset in which ASCII characters are themselves; all
 * that are not ASCII are text. Nothing of the page is kept but the name of the tag it is in.
 * Confined to one page.
 */
final class TagScanner {
  /** Longer than any name that matters. */
  private static final int LONGEST_NAME = 16;

  /** Of {@code noscript} in browsers that run scripts, and no others show a button. */
  private static final Set<String> RAW_TEXT =
      Set.of(
          "iframe",
          "noembed",
          "noframes",
          "noscript",
          "script",
          "style",
          "textarea",
          "title",
          "xmp");

  private enum State {
    TEXT,
    /** After {@code <}. */
    OPEN,
    /** After {@code </}. */
    END_OPEN,
    NAME,
    ATTRIBUTES,
    /** After {@code <!}. */
    DECLARATION_OPEN,
    /** After {@code <!-}. */
    DECLARATION_DASH,
    DECLARATION_NAME,
    /** What browsers take for a comment: up to the next {@code >}. */
    BOGUS_COMMENT,
    COMMENT,
    RAW_TEXT
  }

  private final StringBuilder name = new StringBuilder(LONGEST_NAME);
  private final AttributeScanner attributes = new AttributeScanner();
  private final CommentScanner comment = new CommentScanner();
  private RawTextScanner rawText = new RawTextScanner("");
  private State state = State.TEXT;
  private Tag.Kind kind = Tag.Kind.START;

  /** Takes the next unit of the page; returns the tag that ends with it, if one does. */
  @Nullable Tag accept(int raw) {
    int unit = lowerCase(raw);
    switch (state) {
      case TEXT -> text(unit);
      case OPEN -> open(unit);
      case END_OPEN -> endOpen(unit);
      case DECLARATION_OPEN -> declarationOpen(unit);
      case DECLARATION_DASH -> declarationDash(unit);
      case COMMENT -> state = comment.endsWith(unit) ? State.TEXT : State.COMMENT;
      case BOGUS_COMMENT -> state = unit == '>' ? State.TEXT : State.BOGUS_COMMENT;
      case NAME, DECLARATION_NAME -> {
        return name(unit);
      }
      case ATTRIBUTES -> {
        return attributes(unit);
      }
      case RAW_TEXT -> {
        return rawText(unit);
      }
    }
    return null;
  }

  private void text(int unit) {
    state = unit == '<' ? State.OPEN : State.TEXT;
  }

  private void open(int unit) {
    if (isLetter(unit)) {
      beginName(Tag.Kind.START, State.NAME, unit);
      return;
    }
    switch (unit) {
      case '/' -> state = State.END_OPEN;
      case '!' -> state = State.DECLARATION_OPEN;
      case '?' -> state = State.BOGUS_COMMENT;
      default -> text(unit);
    }
  }

  private void endOpen(int unit) {
    if (isLetter(unit)) {
      beginName(Tag.Kind.END, State.NAME, unit);
    } else {
      state = unit == '>' ? State.TEXT : State.BOGUS_COMMENT;
    }
  }

  private void declarationOpen(int unit) {
    if (isLetter(unit)) {
      beginName(Tag.Kind.DECLARATION, State.DECLARATION_NAME, unit);
    } else if (unit == '-') {
      state = State.DECLARATION_DASH;
    } else {
      state = unit == '>' ? State.TEXT : State.BOGUS_COMMENT;
    }
  }

  private void declarationDash(int unit) {
    if (unit == '-') {
      comment.begin();
      state = State.COMMENT;
    } else {
      state = unit == '>' ? State.TEXT : State.BOGUS_COMMENT;
    }
  }

  private void beginName(Tag.Kind begun, State next, int unit) {
    kind = begun;
    state = next;
    name.setLength(0);
    name.append((char) unit);
  }

  private @Nullable Tag name(int unit) {
    if (unit == '>') {
      return complete();
    }
    if (RawTextScanner.endsName(unit)) {
      attributes.begin();
      state = State.ATTRIBUTES;
    } else if (name.length() < LONGEST_NAME) {
      name.append((char) unit);
    }
    return null;
  }

  /** Of a declaration, every {@code >} is the end, also within quotes. */
  private @Nullable Tag attributes(int unit) {
    boolean isEnd = kind == Tag.Kind.DECLARATION ? unit == '>' : attributes.endsWith(unit);
    return isEnd ? complete() : null;
  }

  private @Nullable Tag rawText(int unit) {
    if (!rawText.isEndNamedBefore(unit)) {
      return null;
    }
    kind = Tag.Kind.END;
    attributes.begin();
    state = State.ATTRIBUTES;
    return attributes(unit);
  }

  private Tag complete() {
    Tag tag = new Tag(kind, name.toString());
    state = State.TEXT;
    if (kind == Tag.Kind.START && RAW_TEXT.contains(tag.name())) {
      rawText = new RawTextScanner(tag.name());
      state = State.RAW_TEXT;
    }
    return tag;
  }

  private static int lowerCase(int unit) {
    return unit >= 'A' && unit <= 'Z' ? unit - 'A' + 'a' : unit;
  }

  private static boolean isLetter(int unit) {
    return unit >= 'a' && unit <= 'z';
  }
}
