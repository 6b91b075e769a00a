package org.speechservlet.tool;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** Finds out whether a zip file is a WAR that can be copied entry by entry. */
final class ArchiveCheck {
  private static final String WEB_INF = "WEB-INF/";
  private static final String APPLICATION_XML = "META-INF/application.xml";

  /** An absolute path, one with a drive, or one with a step upwards, for any operating system. */
  private static final Pattern ESCAPING =
      Pattern.compile(
          "[/\\\\].*|[A-Za-z]:.*|(.*[/\\\\])?\\.\\.([/\\\\].*)?|.*\\x00.*", Pattern.DOTALL);

  private ArchiveCheck() {}

  /**
   * Checks the entries of a zip file.
   *
   * @throws FailureException if one of them leads out of it or is there twice, or if they are not
   *     those of a WAR
   */
  static void check(Path path, List<ZipEntry> entries) throws FailureException {
    Set<String> names = new HashSet<>();
    for (ZipEntry entry : entries) {
      checkName(path, entry.getName());
      if (!names.add(entry.getName())) {
        throw new FailureException(
            "%s has the entry %s twice; servers differ in which one counts. Build it anew with one."
                .formatted(path, entry.getName()));
      }
    }
    if (names.stream().noneMatch(name -> name.startsWith(WEB_INF))) {
      throw noWar(path, names);
    }
  }

  private static void checkName(Path path, String name) throws FailureException {
    if (ESCAPING.matcher(name).matches()) {
      throw new FailureException(
          ("%s has the entry %s, which leads out of the folder that it is unpacked to. Do"
                  + " not deploy it; ask where it comes from.")
              .formatted(path, name.replaceAll("\\p{Cntrl}", "?")));
    }
  }

  private static FailureException noWar(Path path, Set<String> names) {
    String wars =
        names.stream()
            .filter(name -> name.endsWith(".war"))
            .sorted()
            .collect(Collectors.joining(", "));
    if (!wars.isEmpty() || names.contains(APPLICATION_XML)) {
      return new FailureException(
          ("%1$s is an EAR and no WAR. Take the WAR out of it (%2$s), add speech to that"
                  + " one, and put it back: jar --extract --file %1$s NAME.war, then jar --update"
                  + " --file %1$s NAME.war.")
              .formatted(path, wars.isEmpty() ? "it lists none" : "it has " + wars));
    }
    return new FailureException(
        "%s has no WEB-INF folder: it is a JAR or another archive, and no WAR.".formatted(path));
  }
}
