package org.speechservlet.tool;

import java.util.ArrayList;
import java.util.List;

/** Finds what a web.xml declares already and speech would declare again. */
final class Conflicts {
  private final Descriptor descriptor;
  private final SpeechEntries entries;

  private Conflicts(Descriptor descriptor, SpeechEntries entries) {
    this.descriptor = descriptor;
    this.entries = entries;
  }

  /** Returns a sentence or two for each. */
  static List<String> between(Descriptor descriptor, SpeechEntries entries) {
    Conflicts conflicts = new Conflicts(descriptor, entries);
    List<String> found = new ArrayList<>();
    found.addAll(conflicts.mappings());
    found.addAll(conflicts.names("servlet", List.of(SpeechEntries.SERVLET)));
    found.addAll(conflicts.names("filter", entries.filters()));
    found.addAll(conflicts.settings());
    return found;
  }

  private List<String> mappings() {
    String pattern = entries.mapping().pattern();
    return descriptor
        .sections("servlet-mapping")
        .filter(mapping -> mapping.values("url-pattern").contains(pattern))
        .map(
            mapping ->
                "web.xml maps %s to the servlet %s already. Give another mapping with --mapping."
                    .formatted(pattern, mapping.value("servlet-name")))
        .toList();
  }

  private List<String> names(String kind, List<String> ours) {
    return descriptor
        .sections(kind)
        .filter(section -> ours.contains(section.value(kind + "-name")))
        .map(
            section ->
                ("web.xml has a %1$s called %2$s already: %3$s. Speech needs that name; give the"
                        + " other %1$s another one.")
                    .formatted(kind, section.value(kind + "-name"), described(section, kind)))
        .toList();
  }

  private static String described(Section section, String kind) {
    String className = section.value(kind + "-class");
    return className.isEmpty() ? "with no class" : className;
  }

  private List<String> settings() {
    return descriptor
        .sections("context-param")
        .map(param -> param.value("param-name"))
        .filter(entries.settings()::containsKey)
        .map(
            name ->
                ("web.xml has the context-param %s already. Leave the --set of it out, or take"
                        + " that one out of web.xml.")
                    .formatted(name))
        .toList();
  }
}
