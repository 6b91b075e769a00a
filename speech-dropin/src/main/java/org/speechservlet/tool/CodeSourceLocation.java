package org.speechservlet.tool;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * Finds the file that a class was loaded from.
 *
 * @param type the class
 */
record CodeSourceLocation(Class<?> type) implements DropIn.Location {

  @Override
  public Path find() throws FailureException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    String place = source == null ? "nowhere" : String.valueOf(source.getLocation());
    try {
      return Path.of(new URI(place));
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      throw new FailureException(
          ("This runs from %s, which is no file; what goes into a WAR is the JAR that"
                  + " runs. Start it as java -jar speech-servlet-VERSION-dropin.jar.")
              .formatted(place));
    }
  }
}
