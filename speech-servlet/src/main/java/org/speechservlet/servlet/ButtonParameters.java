package org.speechservlet.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The init-params of the {@link DictationButtonFilter}.
 *
 * @param fields a list of CSS selectors
 * @param speechPath the speech servlet's mapping without its {@code /*}
 */
record ButtonParameters(String fields, String speechPath) {
  private static final String FIELDS = "fields";
  private static final String SPEECH_PATH = "speech-path";
  private static final String BELOW = "/*";

  /**
   * Reads and checks them.
   *
   * @throws ServletException which names all that is wrong
   */
  static ButtonParameters of(FilterConfig config) throws ServletException {
    List<String> problems = new ArrayList<>();
    ButtonParameters parameters =
        new ButtonParameters(fields(config, problems), speechPath(config, problems));
    addUnknown(config, problems);
    if (!problems.isEmpty()) {
      throw new ServletException(
          "The filter '"
              + config.getFilterName()
              + "' cannot put the dictation button into pages ("
              + (problems.size() == 1 ? "1 problem" : problems.size() + " problems")
              + "):\n  - "
              + String.join("\n  - ", problems));
    }
    return parameters;
  }

  private static String fields(FilterConfig config, List<String> problems) {
    String written = text(config, FIELDS);
    if (written.isEmpty()) {
      problems.add(
          "init-param fields is missing. It says by CSS selectors which fields get a button, such as"
              + " #notes, textarea.case-note");
    } else if (written.chars().anyMatch(unit -> Character.isISOControl(unit) && unit > ' ')) {
      problems.add("init-param fields has a control character in it, which no selector has");
    }
    // Descriptors are often wrapped.
    return written.replaceAll("\\s+", " ");
  }

  private static String speechPath(FilterConfig config, List<String> problems) {
    Set<String> paths = speechPaths(config.getServletContext());
    String written = text(config, SPEECH_PATH);
    if (written.isEmpty() && paths.size() == 1) {
      return paths.iterator().next();
    }
    if (paths.isEmpty()) {
      problems.add(
          "no "
              + SpeechServlet.class.getName()
              + " with a mapping such as /speech/* is declared in this web application; the button"
              + " needs one");
    } else if (written.isEmpty()) {
      problems.add(
          "init-param speech-path is missing, and the speech servlet is mapped to several paths. Set"
              + " it to one of "
              + paths);
    } else if (!paths.contains(written)) {
      problems.add(
          "init-param speech-path is "
              + written
              + ", to which no speech servlet is mapped. It is the mapping without /*, so set it to "
              + (paths.size() == 1 ? paths.iterator().next() : "one of " + paths));
    }
    return written;
  }

  private static Set<String> speechPaths(ServletContext context) {
    return context.getServletRegistrations().values().stream()
        .filter(servlet -> SpeechServlet.class.getName().equals(servlet.getClassName()))
        .flatMap(servlet -> servlet.getMappings().stream())
        .filter(mapping -> mapping.endsWith(BELOW))
        .map(mapping -> mapping.substring(0, mapping.length() - BELOW.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void addUnknown(FilterConfig config, List<String> problems) {
    for (String name : Collections.list(config.getInitParameterNames())) {
      if (!name.equals(FIELDS) && !name.equals(SPEECH_PATH)) {
        problems.add(
            "init-param " + name + " is not known to it; there are fields and speech-path");
      }
    }
  }

  private static String text(FilterConfig config, String name) {
    String written = config.getInitParameter(name);
    return written == null ? "" : written.strip();
  }
}
