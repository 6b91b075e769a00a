package org.speechservlet.tool;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which Servlet API a WAR is written for. Its classes decide; libraries often carry a few
 * classes for the other one, which no server ever loads, so that the application's own classes
 * outweigh them, and a great majority outweighs a few.
 */
final class NamespaceDecision {
  /** So many times as many classes are a great majority. */
  private static final int GREAT_MAJORITY = 4;

  private final List<CodePart> parts;
  private final Optional<Namespace> descriptor;

  /**
   * @param parts what the classes tell
   * @param descriptor what the web.xml tells; empty if it tells nothing
   */
  NamespaceDecision(List<CodePart> parts, Optional<Namespace> descriptor) {
    this.parts = List.copyOf(parts);
    this.descriptor = descriptor;
  }

  /** Returns the one that it is written for; empty if it cannot be told. */
  Optional<Namespace> decide() {
    Set<Namespace> all = found(parts);
    if (all.size() < 2) {
      return all.stream().findFirst().or(() -> descriptor);
    }
    Set<Namespace> own = found(parts.stream().filter(CodePart::isApplication).toList());
    return own.size() == 1 ? own.stream().findFirst() : ofMajority().or(() -> descriptor);
  }

  private Optional<Namespace> ofMajority() {
    for (Namespace namespace : Namespace.values()) {
      if (count(namespace) >= GREAT_MAJORITY * count(namespace.other())) {
        return Optional.of(namespace);
      }
    }
    return Optional.empty();
  }

  private int count(Namespace namespace) {
    return parts.stream().mapToInt(part -> part.references(namespace)).sum();
  }

  private static Set<Namespace> found(List<CodePart> parts) {
    Set<Namespace> found = EnumSet.noneOf(Namespace.class);
    for (Namespace namespace : Namespace.values()) {
      if (parts.stream().anyMatch(part -> part.references(namespace) > 0)) {
        found.add(namespace);
      }
    }
    return found;
  }

  /** Whether there are classes for both. */
  boolean isMixed() {
    return found(parts).size() > 1;
  }

  /** Whether any class refers to a Servlet API. */
  boolean isToldByClasses() {
    return !found(parts).isEmpty();
  }

  /** Says what was found, such as {@code 3 classes in WEB-INF/lib/a.jar}. */
  String evidence(Namespace namespace) {
    List<String> places = new ArrayList<>();
    for (CodePart part : parts) {
      int count = part.references(namespace);
      if (count > 0) {
        places.add((count == 1 ? "1 class" : count + " classes") + " in " + part.place());
      }
    }
    if (places.isEmpty()) {
      return descriptor.equals(Optional.of(namespace)) ? "its web.xml" : "nothing";
    }
    return shortened(places);
  }

  private static String shortened(List<String> places) {
    int shown = Math.min(places.size(), 3);
    String more =
        places.size() > shown ? " and %d more places".formatted(places.size() - shown) : "";
    return String.join(", ", places.subList(0, shown)) + more;
  }
}
