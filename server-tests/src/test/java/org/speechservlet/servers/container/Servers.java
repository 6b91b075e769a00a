package org.speechservlet.servers.container;

import static org.speechservlet.servers.container.Namespace.JAKARTA;
import static org.speechservlet.servers.container.Namespace.JAVAX;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The servers that are known here, and those of them that are to be tested. */
public final class Servers {

  private static final List<ServerKind> ALL =
      List.of(
          new ServerKind("tomcat-9", "Tomcat", "tomcat-9", JAVAX, 17, new Catalina()),
          new ServerKind("tomcat-10.1", "Tomcat", "tomcat-10.1", JAKARTA, 17, new Catalina()),
          new ServerKind("tomcat-11", "Tomcat", "tomcat-11", JAKARTA, 17, new Catalina()),
          new ServerKind("tomcat-11-java25", "Tomcat", "tomcat-11", JAKARTA, 25, new Catalina()),
          new ServerKind(
              "jetty-10", "Jetty", "jetty-10", JAVAX, 17, JettyHome.withoutEnvironments()),
          jetty("jetty-12.0", "ee8", JAVAX),
          jetty("jetty-12.0", "ee10", JAKARTA),
          jetty("jetty-12.1", "ee8", JAVAX),
          jetty("jetty-12.1", "ee10", JAKARTA),
          jetty("jetty-12.1", "ee11", JAKARTA),
          new ServerKind(
              "jetty-12.1-ee11-java25",
              "Jetty, EE11",
              "jetty-12.1",
              JAKARTA,
              25,
              JettyHome.withEnvironment("ee11")),
          new ServerKind("wildfly", "WildFly", "wildfly", JAKARTA, 17, new WildFly()),
          new ServerKind(
              "payara-micro", "Payara Micro", "payara-micro", JAKARTA, 17, new PayaraMicro()),
          new ServerKind("tomee", "TomEE webprofile", "tomee", JAKARTA, 17, new Catalina()),
          liberty("servlet-4.0", JAVAX),
          liberty("servlet-6.0", JAKARTA));

  private Servers() {}

  /** Those that the build asks for with the system property {@code servers}, as it is set. */
  public static Stream<ServerKind> chosen() {
    return chosen("servers");
  }

  /** Those that the build asks for with a system property. */
  public static Stream<ServerKind> chosen(String property) {
    return Stream.of(System.getProperty(property, "").split(","))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .map(Servers::kind);
  }

  /** Those on which many applications are tried, by the system property {@code circumstances}. */
  public static Stream<ServerKind> chosenForCircumstances() {
    return chosen("circumstances").map(kind -> kind.withLayout("circumstances", kind.layout()));
  }

  /** The same server where it serves applications out of their WARs, if it can. */
  public static Optional<ServerKind> packed(ServerKind kind) {
    return kind.layout() instanceof Catalina
        ? Optional.of(kind.withLayout("packed", new Catalina(false)))
        : Optional.empty();
  }

  private static ServerKind jetty(String distribution, String environment, Namespace namespace) {
    return new ServerKind(
        distribution + "-" + environment,
        "Jetty, " + environment.toUpperCase(Locale.ROOT),
        distribution,
        namespace,
        17,
        JettyHome.withEnvironment(environment));
  }

  private static ServerKind liberty(String feature, Namespace namespace) {
    return new ServerKind(
        "liberty-" + feature,
        "Open Liberty, " + feature,
        "liberty",
        namespace,
        17,
        new OpenLiberty(feature));
  }

  private static ServerKind kind(String id) {
    return ALL.stream()
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no server '%s'; known are %s".formatted(id, ALL)));
  }
}
