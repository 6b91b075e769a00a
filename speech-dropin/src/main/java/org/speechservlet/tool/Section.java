package org.speechservlet.tool;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An element of a descriptor that has others within it, such as a {@code servlet} in the root.
 *
 * @param name its local name
 * @param values the texts of its own elements, by their local names
 * @param parts its own elements, as far as they are read
 */
record Section(String name, Map<String, List<String>> values, List<Section> parts) {
  Section {
    parts = List.copyOf(parts);
  }

  /** Returns the first text of an element within it; empty if there is none. */
  String value(String element) {
    return values(element).stream().findFirst().orElse("");
  }

  List<String> values(String element) {
    return values.getOrDefault(element, List.of());
  }

  /** Returns its own elements of a name. */
  Stream<Section> within(String element) {
    return parts.stream().filter(part -> part.name().equals(element));
  }
}
