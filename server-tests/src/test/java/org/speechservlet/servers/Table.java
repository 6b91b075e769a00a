package org.speechservlet.servers;

import java.nio.file.Path;
import java.util.List;

/** The tables that come out of the tests. */
enum Table {
  SERVERS("target/servers.md", "server", "version", "namespace", "Java"),
  CIRCUMSTANCES("target/circumstances.md", "server", "version", "namespace", "Java"),
  APPLICATIONS("target/applications.md", "application", "version", "namespace", "server");

  private final Path file;
  private final List<String> headings;

  Table(String file, String... headings) {
    this.file = Path.of(file);
    this.headings = List.of(headings);
  }

  Report report() {
    return new Report(file, headings);
  }
}
