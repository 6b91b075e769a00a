package org.speechservlet.tool;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What the classes in one place of a WAR tell. Filled by one scan, then only read.
 *
 * <p>The place is {@code WEB-INF/classes/} or the name of an entry in {@code WEB-INF/lib/}.
 */
final class CodePart {
  private static final String SPEECH = "org/speechservlet/";
  private static final String CLASS_END = ".class";

  private final String place;
  private final Map<Namespace, Integer> references = new EnumMap<>(Namespace.class);
  private boolean hasSpeech;

  CodePart(String place) {
    this.place = place;
  }

  /** Whether a name is that of a class file. */
  static boolean isClass(String name) {
    return name.endsWith(CLASS_END);
  }

  /** Adds a class by its path within the place, such as {@code com/acme/App.class}. */
  void add(String path, Set<Namespace> namespaces) {
    hasSpeech |= path.startsWith(SPEECH);
    namespaces.forEach(namespace -> references.merge(namespace, 1, Integer::sum));
  }

  String place() {
    return place;
  }

  boolean isApplication() {
    return place.equals(War.CLASSES);
  }

  /** Whether there are classes of speech. */
  boolean hasSpeech() {
    return hasSpeech;
  }

  /** The number of classes that refer to a Servlet API. */
  int references(Namespace namespace) {
    return references.getOrDefault(namespace, 0);
  }
}
