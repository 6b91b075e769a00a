package org.speechservlet.tool;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the security constraints of a web.xml that hold for dictation, too (Servlet 6.0, section
 * 13.8): the server enforces them before the filter sees a request.
 */
final class SecurityConstraints {
  /** Methods that dictation uses, in the order in which it does. */
  private static final List<String> METHODS = List.of("GET", "POST", "PATCH", "HEAD", "DELETE");

  /** Roles that everybody has: who is in any role of the application, and who has logged in. */
  private static final Set<String> EVERYBODY = Set.of("*", "**");

  private final Descriptor descriptor;
  private final Mapping mapping;

  private SecurityConstraints(Descriptor descriptor, Mapping mapping) {
    this.descriptor = descriptor;
    this.mapping = mapping;
  }

  /** Returns a sentence or two for each that asks for something. */
  static List<String> about(Descriptor descriptor, Mapping mapping) {
    return new SecurityConstraints(descriptor, mapping).about();
  }

  /** Of patterns the longest decides; constraints of the same pattern hold together. */
  private List<String> about() {
    Optional<String> decisive =
        descriptor
            .sections("security-constraint")
            .flatMap(constraint -> constraint.within("web-resource-collection"))
            .flatMap(collection -> collection.values("url-pattern").stream())
            .filter(this::covers)
            .max(Comparator.comparingInt(String::length));
    return decisive.stream()
        .flatMap(
            pattern ->
                descriptor
                    .sections("security-constraint")
                    .flatMap(constraint -> about(constraint, pattern)))
        .toList();
  }

  private boolean covers(String pattern) {
    return pattern.equals("/") || mapping.isBelow(pattern);
  }

  private Stream<String> about(Section constraint, String pattern) {
    List<String> methods = methods(constraint, pattern);
    return methods.isEmpty()
        ? Stream.of()
        : constraint
            .within("auth-constraint")
            .map(demand -> advice(demand.values("role-name"), methods, pattern));
  }

  /** Those of dictation's methods that a constraint covers. */
  private static List<String> methods(Section constraint, String pattern) {
    List<Section> collections =
        constraint
            .within("web-resource-collection")
            .filter(collection -> collection.values("url-pattern").contains(pattern))
            .toList();
    return METHODS.stream()
        .filter(method -> collections.stream().anyMatch(collection -> covers(collection, method)))
        .toList();
  }

  private static boolean covers(Section collection, String method) {
    List<String> named = collection.values("http-method");
    return named.isEmpty()
        ? !collection.values("http-method-omission").contains(method)
        : named.contains(method);
  }

  private String advice(List<String> roles, List<String> methods, String pattern) {
    String start =
        "a security constraint of web.xml covers %s, by %s: ".formatted(mapping.pattern(), pattern);
    String end =
        "; to exempt speech, add a constraint on %s that has no auth-constraint"
            .formatted(mapping.pattern());
    if (roles.isEmpty()) {
      return start
          + "it refuses %s, which dictation needs".formatted(String.join(", ", methods))
          + end;
    }
    boolean isForAll = roles.stream().anyMatch(EVERYBODY::contains);
    return start
        + (isForAll
            ? "only who is logged in may dictate"
            : "only users in these roles may dictate: "
                + roles.stream().collect(Collectors.joining(", ")))
        + ". That is right if nobody else is to"
        + end;
  }
}
