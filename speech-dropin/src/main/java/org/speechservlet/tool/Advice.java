package org.speechservlet.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** Finds what a person should know about a WAR that gets speech, although it works. */
final class Advice {
  private static final String SPRING_BOOT = "org/springframework/boot/loader/";
  private static final Pattern SIGNATURE =
      Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)", Pattern.CASE_INSENSITIVE);

  private Advice() {}

  static List<String> about(War war, Descriptor descriptor, Mapping mapping) {
    List<String> advice = new ArrayList<>();
    advice.addAll(signature(war));
    if (war.entries(SPRING_BOOT, "").findAny().isPresent()) {
      advice.add(
          "the WAR can start by itself with Spring Boot, which does not read web.xml: there is"
              + " speech where it is deployed to a server, and none with java -jar");
    }
    if (descriptor.isOlderThanAsync()) {
      advice.add(
          ("web.xml is of version %s, which has no async-supported; it was written"
                  + " nevertheless, as Tomcat and Jetty take it, unless they are told to validate")
              .formatted(descriptor.version()));
    }
    if (!descriptor.prefix().isEmpty()) {
      advice.add(
          ("the names in web.xml have the prefix %s; Tomcat overlooks them, those of the"
                  + " application too, unless the Context says xmlNamespaceAware=\"true\"")
              .formatted(descriptor.prefix()));
    }
    advice.addAll(SecurityConstraints.about(descriptor, mapping));
    advice.addAll(shadows(descriptor, mapping));
    advice.addAll(filtersWithoutAsync(descriptor, mapping));
    return advice;
  }

  /** Warns of signatures, which hold no more when entries are new or changed. */
  static List<String> signature(War war) {
    return war.entries("META-INF/", "")
        .map(ZipEntry::getName)
        .filter(name -> SIGNATURE.matcher(name).matches())
        .filter(name -> name.toUpperCase(Locale.ROOT).endsWith(".SF"))
        .map(
            name ->
                "the WAR is signed (" + name + "), and the signature holds no more: sign it anew")
        .toList();
  }

  private static List<String> shadows(Descriptor descriptor, Mapping mapping) {
    return descriptor
        .sections("servlet-mapping")
        .flatMap(
            section ->
                section.values("url-pattern").stream()
                    .filter(mapping::isAbove)
                    .map(
                        pattern ->
                            "requests to %s go to the servlet %s, not to speech"
                                .formatted(pattern, section.value("servlet-name"))))
        .toList();
  }

  private static List<String> filtersWithoutAsync(Descriptor descriptor, Mapping mapping) {
    String names =
        descriptor
            .sections("filter-mapping")
            .filter(section -> section.values("url-pattern").stream().anyMatch(mapping::isBelow))
            .map(section -> section.value("filter-name"))
            .filter(name -> !supportsAsync(descriptor, name))
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? List.of()
        : List.of(
            "speech stands behind filters that web.xml does not declare"
                + " <async-supported>true</async-supported> for ("
                + names
                + "): each dictation holds a thread of the server while it lasts. Declare it if"
                + " their classes allow it");
  }

  private static boolean supportsAsync(Descriptor descriptor, String filterName) {
    return descriptor
        .sections("filter")
        .filter(filter -> filter.value("filter-name").equals(filterName))
        .anyMatch(filter -> filter.value("async-supported").equals("true"));
  }
}
