package org.speechservlet.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.speechservlet.check.Finding;
import org.speechservlet.check.Step;
import org.speechservlet.check.Verdict;
import org.speechservlet.config.Declaration;
import org.speechservlet.config.DeclaredParameters;
import org.w3c.dom.Element;

/** The speech servlet and filter in a web.xml, and the parameters that are meant for them. */
final class DeclaredSpeech {
  private static final String SERVLET = "org.speechservlet.servlet.SpeechServlet";
  private static final String FILTER = "org.speechservlet.token.SpeechTokenFilter";
  private static final String PREFIX = "speech.";

  private final Optional<Element> root;

  /**
   * @param root the root of the web.xml; empty if the WAR has none
   */
  DeclaredSpeech(Optional<Element> root) {
    this.root = root;
  }

  private List<Element> all(String name) {
    return root.map(element -> SafeXml.children(element, name)).orElse(List.of());
  }

  private List<Element> ours(String kind, String className) {
    return all(kind).stream()
        .filter(element -> SafeXml.text(element, kind + "-class").equals(className))
        .toList();
  }

  DeclaredParameters parameters() {
    List<Declaration> initParams = new ArrayList<>();
    ours("filter", FILTER).forEach(filter -> addInitParams(filter, "filter", initParams));
    ours("servlet", SERVLET).forEach(servlet -> addInitParams(servlet, "servlet", initParams));
    List<Declaration> contextParams = new ArrayList<>();
    for (Element param : all("context-param")) {
      String name = SafeXml.text(param, "param-name");
      if (name.startsWith(PREFIX)) {
        contextParams.add(
            new Declaration(name, SafeXml.text(param, "param-value"), "context-param " + name));
      }
    }
    return new DeclaredParameters(initParams, contextParams);
  }

  private static void addInitParams(Element owner, String kind, List<Declaration> initParams) {
    String ownerName = SafeXml.text(owner, kind + "-name");
    for (Element param : SafeXml.children(owner, "init-param")) {
      String name = SafeXml.text(param, "param-name");
      String place = "init-param %s of %s '%s'".formatted(name, kind, ownerName);
      initParams.add(new Declaration(name, SafeXml.text(param, "param-value"), place));
    }
  }

  /** Returns the environment entries by their names below {@code java:comp/env/}. */
  Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    for (Element entry : all("env-entry")) {
      if (!SafeXml.children(entry, "env-entry-value").isEmpty()) {
        entries.put(SafeXml.text(entry, "env-entry-name"), SafeXml.text(entry, "env-entry-value"));
      }
    }
    return entries;
  }

  /** Tells whether servlet and filter are declared as they should be. */
  List<Finding> findings() {
    List<Element> servlets = ours("servlet", SERVLET);
    if (servlets.isEmpty()) {
      return List.of(
          new Finding(
              Step.DEPLOYMENT,
              Verdict.FAILED,
              "WEB-INF/web.xml declares no servlet of the class "
                  + SERVLET
                  + ", so that the WAR has no speech. Put it in with the command add, or by hand as"
                  + " the README says; a servlet that code declares at start is not seen here."));
    }
    return Stream.concat(
            servlets.stream().map(servlet -> declared(servlet, "servlet")),
            ours("filter", FILTER).stream().map(filter -> declared(filter, "filter")))
        .toList();
  }

  private Finding declared(Element element, String kind) {
    String name = SafeXml.text(element, kind + "-name");
    List<String> patterns = patterns(name, kind);
    String what = "The " + kind + " '" + name + "'";
    if (patterns.isEmpty()) {
      return new Finding(
          Step.DEPLOYMENT,
          Verdict.FAILED,
          what + " has no mapping in WEB-INF/web.xml; give it one, such as /speech/*.");
    }
    if (!SafeXml.text(element, "async-supported").equals("true")) {
      return new Finding(
          Step.DEPLOYMENT,
          Verdict.WARNING,
          what
              + " lacks <async-supported>true</async-supported>, so that each recognition holds a"
              + " thread of the server while somebody speaks; add it to web.xml.");
    }
    return new Finding(
        Step.DEPLOYMENT, Verdict.PASSED, what + " is at " + String.join(", ", patterns) + ".");
  }

  private List<String> patterns(String name, String kind) {
    return all(kind + "-mapping").stream()
        .filter(mapping -> SafeXml.text(mapping, kind + "-name").equals(name))
        .flatMap(
            mapping ->
                Stream.of("url-pattern", "servlet-name")
                    .filter(child -> !child.equals(kind + "-name"))
                    .flatMap(child -> SafeXml.children(mapping, child).stream()))
        .map(element -> element.getTextContent().strip())
        .toList();
  }
}
