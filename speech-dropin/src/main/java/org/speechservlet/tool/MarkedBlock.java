package org.speechservlet.tool;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The block that {@code add} wrote into a web.xml, found again.
 *
 * @param begin what its first comment tells
 * @param start where its first comment begins, in characters
 * @param end where its last comment ends, in characters
 */
record MarkedBlock(Marks.Begin begin, int start, int end) {

  /**
   * Finds it.
   *
   * @return empty if there is none
   * @throws FailureException if there are marks that do not make one pair
   */
  static Optional<MarkedBlock> find(String text, Layout layout) throws FailureException {
    List<Markup> begins = comments(text, layout, Marks::isBegin);
    List<Markup> ends = comments(text, layout, Marks::isEnd);
    if (begins.isEmpty() && ends.isEmpty()) {
      return Optional.empty();
    }
    if (begins.size() != 1 || ends.size() != 1 || ends.get(0).start() < begins.get(0).start()) {
      throw new FailureException(
          ("WEB-INF/web.xml has %d comments speech-servlet:begin and %d speech-servlet:end; there"
                  + " is one of each, in this order, where \"add\" was at work. Take the entries of"
                  + " speech and these comments out by hand.")
              .formatted(begins.size(), ends.size()));
    }
    Markup begin = begins.get(0);
    return Optional.of(
        new MarkedBlock(Marks.read(begin.of(text)), begin.start(), ends.get(0).end()));
  }

  private static List<Markup> comments(String text, Layout layout, Predicate<String> isMark) {
    return layout.children().stream()
        .filter(child -> child.kind() == Markup.Kind.COMMENT && isMark.test(child.of(text)))
        .toList();
  }
}
