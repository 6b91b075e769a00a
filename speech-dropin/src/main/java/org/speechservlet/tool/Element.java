package org.speechservlet.tool;

import java.util.List;

/**
 * An element to be written: with text or with elements in it.
 *
 * @param name its local name
 * @param text its text, not escaped; empty if it has elements
 * @param children the elements in it
 */
record Element(String name, String text, List<Element> children) {
  Element {
    children = List.copyOf(children);
  }

  static Element of(String name, String text) {
    return new Element(name, text, List.of());
  }

  static Element of(String name, Element... children) {
    return new Element(name, "", List.of(children));
  }
}
