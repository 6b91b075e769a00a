package org.speechservlet.servers.war;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.speechservlet.servers.container.Namespace;

/** The example's pages, with the drop-in instead of the libraries that Maven puts into its WAR. */
public final class Portal {

  private static final Path EXAMPLE = Path.of("../example-webapp/target/example-webapp.war");
  private static final String JAKARTA_ROOT = "xmlns=\"https://jakarta.ee/xml/ns/jakartaee\"";
  private static final String JAVAX_ROOT = "xmlns=\"http://xmlns.jcp.org/xml/ns/javaee\"";

  private Portal() {}

  /** All of it, ready to be changed or written. */
  public static WarFile with(Namespace namespace) throws IOException {
    return pages(namespace).withLibrary(dropIn(namespace));
  }

  /** The pages and the descriptor, without any library. */
  public static WarFile pages(Namespace namespace) throws IOException {
    WarFile pages = WarFile.copyOf(EXAMPLE).without("WEB-INF/lib/").without("META-INF/maven/");
    return namespace == Namespace.JAKARTA ? pages : pages.describedBy(Portal::inJavax);
  }

  /** The drop-in as it was built. */
  public static Path dropIn(Namespace namespace) throws IOException {
    Path folder =
        switch (namespace) {
          case JAKARTA -> Path.of("../speech-dropin/target");
          case JAVAX -> Path.of("../speech-dropin-javax/target");
        };
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.filter(Portal::isDropIn).toList();
      if (found.size() != 1) {
        throw new IOException("%s holds %s, not one drop-in".formatted(folder, found));
      }
      return found.get(0);
    }
  }

  private static boolean isDropIn(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith("speech-servlet-") && name.endsWith("-dropin.jar");
  }

  private static String inJavax(String descriptor) {
    return descriptor
        .replace(JAKARTA_ROOT, JAVAX_ROOT)
        .replace(
            "https://jakarta.ee/xml/ns/jakartaee https://jakarta.ee/xml/ns/jakartaee/web-app_6_0.xsd",
            "http://xmlns.jcp.org/xml/ns/javaee http://xmlns.jcp.org/xml/ns/javaee/web-app_4_0.xsd")
        .replace("version=\"6.0\"", "version=\"4.0\"");
  }
}
