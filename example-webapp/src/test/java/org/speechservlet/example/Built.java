package org.speechservlet.example;

import java.nio.file.Path;

/** What the build made before the integration tests, seen from the module's folder. */
final class Built {

  static final Path WAR = Path.of("target/example-webapp.war");
  static final Path SAMPLE = Path.of("src/main/webapp/samples/claim.wav");

  private Built() {}
}
