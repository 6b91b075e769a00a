package org.speechservlet.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code add} declares in a web.xml.
 *
 * @param mapping of the servlet, and of the filter before it
 * @param buttonFields CSS selectors of the fields that get a button; empty if pages stay as they
 *     are
 * @param settings context-params by their full names
 */
record SpeechEntries(Mapping mapping, Optional<String> buttonFields, Map<String, String> settings) {
  static final String SERVLET = "speech";
  static final String TOKEN_FILTER = "speech-token";
  static final String BUTTON_FILTER = "speech-button";

  private static final String TOKEN_FILTER_CLASS = "org.speechservlet.token.SpeechTokenFilter";
  private static final String SERVLET_CLASS = "org.speechservlet.servlet.SpeechServlet";
  private static final String BUTTON_FILTER_CLASS =
      "org.speechservlet.servlet.DictationButtonFilter";

  /** Sorts the settings: the same command always writes the same bytes. */
  SpeechEntries {
    settings = new TreeMap<>(settings);
  }

  /** Returns the names of the filters. */
  List<String> filters() {
    return buttonFields.isPresent() ? List.of(TOKEN_FILTER, BUTTON_FILTER) : List.of(TOKEN_FILTER);
  }

  /** Returns the elements in the order of the document type of version 2.3. */
  List<Element> elements() {
    List<Element> elements = new ArrayList<>();
    settings.forEach((name, value) -> elements.add(contextParam(name, value)));
    elements.add(filter(TOKEN_FILTER, TOKEN_FILTER_CLASS, List.of()));
    buttonFields.ifPresent(fields -> elements.add(buttonFilter(fields)));
    elements.add(mapping("filter", TOKEN_FILTER, mapping.pattern()));
    buttonFields.ifPresent(fields -> elements.add(mapping("filter", BUTTON_FILTER, "/*")));
    elements.add(
        Element.of(
            "servlet",
            Element.of("servlet-name", SERVLET),
            Element.of("servlet-class", SERVLET_CLASS),
            asyncSupported()));
    elements.add(mapping("servlet", SERVLET, mapping.pattern()));
    return elements;
  }

  private static Element contextParam(String name, String value) {
    return Element.of(
        "context-param", Element.of("param-name", name), Element.of("param-value", value));
  }

  private Element buttonFilter(String fields) {
    return filter(
        BUTTON_FILTER,
        BUTTON_FILTER_CLASS,
        List.of(initParam("fields", fields), initParam("speech-path", mapping.path())));
  }

  private static Element initParam(String name, String value) {
    return Element.of(
        "init-param", Element.of("param-name", name), Element.of("param-value", value));
  }

  private static Element filter(String name, String className, List<Element> initParams) {
    List<Element> children = new ArrayList<>();
    children.add(Element.of("filter-name", name));
    children.add(Element.of("filter-class", className));
    children.add(asyncSupported());
    children.addAll(initParams);
    return new Element("filter", "", children);
  }

  private static Element asyncSupported() {
    return Element.of("async-supported", "true");
  }

  private static Element mapping(String kind, String name, String pattern) {
    return Element.of(
        kind + "-mapping", Element.of(kind + "-name", name), Element.of("url-pattern", pattern));
  }
}
