package org.speechservlet.servers;

import java.nio.file.Path;
import java.util.List;

/** The tables that come out of the tests. */
enum Table {
  SERVERS,
  CIRCUMSTANCES,
  APPLICATIONS;

  Report report() {
    return switch (this) {
      case SERVERS ->
          new Report(
              Path.of("target/servers.md"), List.of("server", "version", "namespace", "Java"));
      case CIRCUMSTANCES ->
          new Report(
              Path.of("target/circumstances.md"),
              List.of("server", "version", "namespace", "Java"));
      case APPLICATIONS ->
          new Report(
              Path.of("target/applications.md"),
              List.of("application", "version", "namespace", "server"));
    };
  }
}
