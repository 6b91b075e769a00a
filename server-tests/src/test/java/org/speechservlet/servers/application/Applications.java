package org.speechservlet.servers.application;

import static org.speechservlet.servers.container.Namespace.JAKARTA;
import static org.speechservlet.servers.container.Namespace.JAVAX;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.speechservlet.servers.container.Namespace;

/** The applications that are known here, and those of them that are to be tested. */
public final class Applications {

  private static final String TEXT_FIELDS = "textarea, input[type=text]";

  private static final List<Application> ALL =
      List.of(
          new Application(
              "jspwiki",
              "Apache JSPWiki",
              JAVAX,
              "",
              List.of(
                  new OwnPage("", "JSPWiki: Main"),
                  new OwnPage("Edit.jsp?page=Main", "<textarea"),
                  new OwnPage("scripts/haddock.js", "HighlightQuery")),
              Set.of(Trait.HAS_FIELD),
              "Edit.jsp?page=Main",
              "textarea.snipeable"),
          new Application(
              "shiro-samples-web",
              "Apache Shiro's sample",
              JAVAX,
              "",
              List.of(
                  new OwnPage("", "Apache Shiro Quickstart"),
                  new OwnPage("login.jsp", "name=\"username\""),
                  new OwnPage("account/", "name=\"password\"")),
              Set.of(Trait.HAS_FIELD),
              "login.jsp",
              TEXT_FIELDS),
          new Application(
              "wicket-examples",
              "Apache Wicket's examples",
              JAVAX,
              "",
              List.of(
                  new OwnPage("", "Live examples to learn Apache Wicket"),
                  new OwnPage("guestbook/", "<textarea name=\"text\">"),
                  new OwnPage("spring/", "Wicket.Event.add")),
              Set.of(Trait.HAS_FIELD),
              "guestbook/",
              TEXT_FIELDS),
          new Application(
              "jetty-demo-jsp",
              "Jetty's JSP demo",
              JAKARTA,
              "",
              List.of(
                  new OwnPage("", "Demo Home"),
                  new OwnPage("expr.jsp?A=1", "JSP2.0 Expressions"),
                  new OwnPage("demo.css", "body")),
              Set.of(),
              "",
              TEXT_FIELDS),
          new Application(
              "hawtio",
              "Hawtio",
              JAKARTA,
              "static/",
              List.of(
                  new OwnPage("", "<title>Hawtio</title>"),
                  new OwnPage("connect/remote", "<title>Hawtio</title>"),
                  new OwnPage("hawtconfig.json", "branding"),
                  new OwnPage("jolokia/version", "\"agent\"")),
              Set.of(),
              "",
              TEXT_FIELDS),
          new Application(
              "jolokia-agent",
              "Jolokia's agent",
              JAKARTA,
              "",
              List.of(new OwnPage("version", "\"agent\"")),
              Set.of(Trait.ASKS_FOR_LOGIN, Trait.HAS_NO_PAGES),
              "",
              TEXT_FIELDS));

  private Applications() {}

  /**
   * Those that the build asks for with the system property {@code applications} and that a server
   * of this kind can run; all where it is empty.
   */
  public static Stream<Application> chosen(Namespace namespace) {
    return chosen().filter(application -> application.namespace() == namespace);
  }

  private static Stream<Application> chosen() {
    String names = System.getProperty("applications", "");
    return names.isBlank()
        ? ALL.stream()
        : Arrays.stream(names.split(",")).map(Applications::named);
  }

  private static Application named(String name) {
    return ALL.stream()
        .filter(application -> application.name().equals(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no application '%s'; known are %s".formatted(name, ALL)));
  }
}
