package org.speechservlet.tool;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a descriptor stand that an edit has to do with.
 *
 * @param doctype its document type declaration; null if it has none
 * @param root the start tag of its root element, or the empty tag that is all of it
 * @param rootEnd the end tag of its root element; null if the root is an empty tag
 * @param children the start tags, empty tags and comments directly within the root
 */
record Layout(
    @Nullable Markup doctype, Markup root, @Nullable Markup rootEnd, List<Markup> children) {

  Layout {
    children = List.copyOf(children);
  }

  /**
   * Finds them.
   *
   * @param text a well-formed document
   * @throws FailureException if it has no root element
   */
  static Layout of(String text) throws FailureException {
    Markup doctype = null;
    Markup root = null;
    Markup rootEnd = null;
    List<Markup> children = new ArrayList<>();
    int depth = 0;
    for (Markup markup : MarkupScanner.scan(text)) {
      Markup.Kind kind = markup.kind();
      if (kind == Markup.Kind.DOCTYPE) {
        doctype = markup;
      } else if (depth == 1 && kind != Markup.Kind.END_TAG && kind != Markup.Kind.OTHER) {
        children.add(markup);
      } else if (depth == 0 && isTag(kind)) {
        root = markup;
      } else if (depth == 1 && kind == Markup.Kind.END_TAG) {
        rootEnd = markup;
      }
      depth += change(kind);
    }
    if (root == null) {
      throw new FailureException("WEB-INF/web.xml has no root element.");
    }
    return new Layout(doctype, root, rootEnd, children);
  }

  private static boolean isTag(Markup.Kind kind) {
    return kind == Markup.Kind.START_TAG || kind == Markup.Kind.EMPTY_TAG;
  }

  private static int change(Markup.Kind kind) {
    return switch (kind) {
      case START_TAG -> 1;
      case END_TAG -> -1;
      default -> 0;
    };
  }

  /** Where the root's end tag begins; not to be asked of a root that is an empty tag. */
  int contentEnd() {
    if (rootEnd == null) {
      throw new IllegalStateException("the root is an empty tag");
    }
    return rootEnd.start();
  }

  /**
   * Where the first element of this name directly within the root begins, with the comments right
   * before it; where the content of the root ends if there is none. Not to be asked of a root that
   * is an empty tag.
   */
  int startOfFirst(String name, String text) {
    for (int i = 0; i < children.size(); i++) {
      if (children.get(i).isOf(name, text)) {
        return startWithComments(i, text);
      }
    }
    return contentEnd();
  }

  private int startWithComments(int child, String text) {
    int first = child;
    while (first > 0 && isCommentRightBefore(first, text)) {
      first--;
    }
    return children.get(first).start();
  }

  private boolean isCommentRightBefore(int child, String text) {
    Markup previous = children.get(child - 1);
    return previous.kind() == Markup.Kind.COMMENT
        && text.substring(previous.end(), children.get(child).start()).isBlank();
  }

  boolean isEmptyTag() {
    return rootEnd == null;
  }
}
