package org.speechservlet.servers.application;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.speechservlet.servers.container.Namespace;

/**
 * Speech in a WAR without our tool, as a maintainer puts it in who reads the README: the libraries
 * that Maven brings, or for {@code javax.servlet} the drop-in, and the README's own lines at the
 * end of {@code web.xml}.
 */
public final class HandWork {

  private static final Path README = Path.of("../README.md");
  private static final Path EXAMPLE = Path.of("../example-webapp/target/example-webapp.war");
  private static final String OPENING = "```xml\n<filter>";
  private static final String CLOSING = "```";
  private static final String README_MAPPING = "/speech/*";
  private static final String END = "</web-app>";

  private HandWork() {}

  /** Writes a copy of an application that has speech. */
  public static void add(Application application, Path out) throws IOException {
    Files.copy(application.war(), out, StandardCopyOption.REPLACE_EXISTING);
    try (WarFile war = WarFile.open(out)) {
      if (application.namespace() == Namespace.JAVAX) {
        war.addLibrary(SpeechTool.dropIn(Namespace.JAVAX));
      } else {
        addMavenLibraries(war);
      }
      war.setWebXml(withEntries(application, war.webXml()));
    }
  }

  /** What Maven puts into a WAR that depends on the servlet. */
  private static void addMavenLibraries(WarFile war) throws IOException {
    try (WarFile example = WarFile.open(EXAMPLE)) {
      for (Path library : example.libraries()) {
        war.addLibrary(library);
      }
    }
  }

  private static byte[] withEntries(Application application, byte[] webXml) throws IOException {
    String text = new String(webXml, StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf(END);
    if (end < 0) {
      throw new IOException("The web.xml of %s has no %s".formatted(application, END));
    }
    String entries = readmeEntries().replace(README_MAPPING, application.mapping());
    return (text.substring(0, end) + entries + text.substring(end))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String readmeEntries() throws IOException {
    String readme = Files.readString(README);
    int opening = readme.indexOf(OPENING);
    if (opening < 0) {
      throw new IOException("%s has no web.xml entries any more".formatted(README));
    }
    int start = readme.indexOf('\n', opening) + 1;
    return readme.substring(start, readme.indexOf(CLOSING, start));
  }
}
