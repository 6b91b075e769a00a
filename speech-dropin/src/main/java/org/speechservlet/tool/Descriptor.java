package org.speechservlet.tool;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a WAR's web.xml says, as far as it matters to an edit.
 *
 * @param prefix the prefix of its root element; empty if it has none
 * @param namespaceUri the namespace of its root element; empty if it has none
 * @param version its version, such as {@code 3.1}, from the attribute or from the document type;
 *     empty if it tells none
 * @param sections the elements directly within the root, in their order
 */
record Descriptor(String prefix, String namespaceUri, String version, List<Section> sections) {
  /** The local name of its root element. */
  static final String ROOT = "web-app";

  private static final String JAKARTA_URI = "https://jakarta.ee/xml/ns/jakartaee";
  private static final Pattern SUN_URI =
      Pattern.compile("http://(java\\.sun\\.com|xmlns\\.jcp\\.org)/xml/ns/(j2ee|javaee)");
  private static final Pattern VERSION = Pattern.compile("(\\d{1,3})\\.\\d{1,3}");
  private static final int FIRST_WITH_ASYNC = 3;

  Descriptor {
    sections = List.copyOf(sections);
  }

  /** What a WAR without web.xml says. */
  static Descriptor none() {
    return new Descriptor("", "", "", List.of());
  }

  /** Returns the namespace that it belongs to; empty if it tells none. */
  Optional<Namespace> namespace() {
    if (namespaceUri.equals(JAKARTA_URI)) {
      return Optional.of(Namespace.JAKARTA);
    }
    boolean isDocumentType = namespaceUri.isEmpty() && version.startsWith("2.");
    return isDocumentType || SUN_URI.matcher(namespaceUri).matches()
        ? Optional.of(Namespace.JAVAX)
        : Optional.empty();
  }

  /** Whether its version is one that has no {@code async-supported}: before 3.0. */
  boolean isOlderThanAsync() {
    Matcher number = VERSION.matcher(version);
    return number.matches() && Integer.parseInt(number.group(1)) < FIRST_WITH_ASYNC;
  }

  Stream<Section> sections(String name) {
    return sections.stream().filter(section -> section.name().equals(name));
  }

  /** Returns the classes that it names: of servlets, filters and listeners. */
  Stream<String> classNames() {
    return sections.stream()
        .flatMap(
            section ->
                Stream.of("servlet-class", "filter-class", "listener-class")
                    .flatMap(element -> section.values(element).stream()));
  }
}
