package org.speechservlet.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * The JAR that runs, which is also the one that goes into a WAR.
 *
 * @param path where it lies
 * @param namespace the Servlet API that its servlet is compiled against
 * @param version such as {@code 1.0.0}
 */
record DropIn(Path path, Namespace namespace, String version) {
  private static final String SERVLET = "org/speechservlet/servlet/SpeechServlet.class";

  /** Goes into a comment of a web.xml, which must have no two hyphens in a row, as it is. */
  private static final Pattern NAME = Pattern.compile("(?!.*--)[A-Za-z0-9._+-]+\\.jar");

  /** Finds the file that the running code comes from. */
  @FunctionalInterface
  interface Location {
    Path find() throws FailureException;
  }

  /**
   * Reads it.
   *
   * @throws FailureException if this is a folder of classes, or a JAR without the servlet
   */
  static DropIn read(Path path) throws FailureException {
    if (Files.isDirectory(path)) {
      throw new FailureException(
          ("This runs from the folder %s; what goes into a WAR is the JAR that runs. Start"
                  + " it as java -jar speech-servlet-VERSION-dropin.jar.")
              .formatted(path));
    } else if (!NAME.matcher(path.getFileName().toString()).matches()) {
      throw new FailureException(
          ("This JAR is called %s; its name goes into the WAR, so let it be of letters,"
                  + " digits, dots and single hyphens, as speech-servlet-VERSION-dropin.jar.")
              .formatted(path.getFileName()));
    }
    try (JarFile jar = new JarFile(path.toFile())) {
      return new DropIn(path, namespaceOf(path, jar), versionOf(jar));
    } catch (IOException e) {
      throw new FailureException(
          "The running JAR %s cannot be read: %s.".formatted(path, IoReason.of(e)));
    }
  }

  private static Namespace namespaceOf(Path path, JarFile jar)
      throws IOException, FailureException {
    ZipEntry servlet = jar.getEntry(SERVLET);
    if (servlet == null) {
      throw new FailureException(
          "%s has no SpeechServlet in it; run speech-servlet-VERSION-dropin.jar.".formatted(path));
    }
    try (InputStream content = jar.getInputStream(servlet)) {
      Set<Namespace> found = ClassReferences.read(content);
      return found.contains(Namespace.JAKARTA) ? Namespace.JAKARTA : Namespace.JAVAX;
    }
  }

  private static String versionOf(JarFile jar) throws IOException {
    return Optional.ofNullable(jar.getManifest())
        .map(Manifest::getMainAttributes)
        .map(attributes -> attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
        .orElse("VERSION");
  }

  String fileName() {
    return path.getFileName().toString();
  }

  /** The name of its entry in a WAR. */
  String entryName() {
    return War.LIB + fileName();
  }

  /** The name of the JAR for a Servlet API, as it is published. */
  String fileNameFor(Namespace wanted) {
    String variant = wanted == Namespace.JAVAX ? "javax-" : "";
    return "speech-servlet-" + variant + version + "-dropin.jar";
  }
}
