package org.speechservlet.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.speechservlet.config.Declaration;
import org.speechservlet.config.DeclaredParameters;
import org.w3c.dom.Element;

/**
 * The parameters and environment entries that a {@code META-INF/context.xml} gives to a web
 * application on Tomcat. With {@code override="false"} one counts more than web.xml, else less
 * (Tomcat, The Context Container).
 */
final class TomcatContext {
  private static final String PREFIX = "speech.";

  private final Optional<Element> root;

  /**
   * @param root its root; empty if the WAR has none
   */
  TomcatContext(Optional<Element> root) {
    this.root = root;
  }

  private List<Element> all(String name, boolean isFinal) {
    Predicate<Element> isFinalOne =
        element -> element.getAttribute("override").strip().equalsIgnoreCase("false");
    return root.map(element -> SafeXml.children(element, name)).orElse(List.of()).stream()
        .filter(isFinal ? isFinalOne : isFinalOne.negate())
        .toList();
  }

  /**
   * Returns the parameters that are settings.
   *
   * @param isFinal whether those that web.xml may not change, or the others
   */
  DeclaredParameters parameters(boolean isFinal) {
    List<Declaration> declarations = new ArrayList<>();
    for (Element parameter : all("Parameter", isFinal)) {
      String name = parameter.getAttribute("name");
      if (name.startsWith(PREFIX)) {
        declarations.add(
            new Declaration(
                name,
                parameter.getAttribute("value"),
                "Parameter " + name + " of META-INF/context.xml, on Tomcat"));
      }
    }
    return new DeclaredParameters(List.of(), declarations);
  }

  /**
   * Returns the entries by their names below {@code java:comp/env/}.
   *
   * @param isFinal whether those that web.xml may not change, or the others
   */
  Map<String, String> entries(boolean isFinal) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (Element entry : all("Environment", isFinal)) {
      entries.put(entry.getAttribute("name"), entry.getAttribute("value"));
    }
    return entries;
  }
}
