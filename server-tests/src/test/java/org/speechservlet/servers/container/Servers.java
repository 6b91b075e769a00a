package org.speechservlet.servers.container;

import static org.speechservlet.servers.container.Namespace.JAKARTA;

import java.util.List;
import java.util.stream.Stream;

/** The servers that are known here, and those of them that are to be tested. */
public final class Servers {

  private static final List<ServerKind> ALL =
      List.of(
          new ServerKind("tomcat-11", "Tomcat", "tomcat-11", JAKARTA, 17, new Catalina()),
          new ServerKind(
              "jetty-12.1-ee11", "Jetty EE11", "jetty-12.1", JAKARTA, 17, new JettyHome("ee11")));

  private Servers() {}

  /** Those that the build asks for with the system property {@code servers}, as it is set. */
  public static Stream<ServerKind> chosen() {
    return Stream.of(System.getProperty("servers", "").split(",")).map(Servers::named);
  }

  private static ServerKind named(String id) {
    return ALL.stream()
        .filter(kind -> kind.id().equals(id.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no server '%s'; known are %s".formatted(id, ALL)));
  }
}
