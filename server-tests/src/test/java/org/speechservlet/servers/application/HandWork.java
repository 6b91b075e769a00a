package org.speechservlet.servers.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.speechservlet.servers.container.Namespace;
import org.speechservlet.servers.war.Portal;
import org.speechservlet.servers.war.WarFile;

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
    WarFile war = WarFile.copyOf(application.war());
    if (application.namespace() == Namespace.JAVAX) {
      war.withLibrary(Portal.dropIn(Namespace.JAVAX));
    } else {
      war.withLibrariesOf(WarFile.copyOf(EXAMPLE));
    }
    String entries = readmeEntries().replace(README_MAPPING, application.mapping());
    war.describedBy(webXml -> withEntries(webXml, entries)).write(out);
  }

  private static String withEntries(String webXml, String entries) {
    int end = webXml.lastIndexOf(END);
    if (end < 0) {
      throw new IllegalArgumentException("There is no %s in %s".formatted(END, webXml));
    }
    return webXml.substring(0, end) + entries + webXml.substring(end);
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
