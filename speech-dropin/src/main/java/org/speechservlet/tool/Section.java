package org.speechservlet.tool;

import java.util.List;
import java.util.Map;

/**
 * An element directly within the root of a descriptor, such as a {@code servlet}.
 *
 * @param name its local name
 * @param values the texts of its own elements, by their local names
 */
record Section(String name, Map<String, List<String>> values) {

  /** Returns the first text of an element within it; empty if there is none. */
  String value(String element) {
    return values(element).stream().findFirst().orElse("");
  }

  List<String> values(String element) {
    return values.getOrDefault(element, List.of());
  }
}
