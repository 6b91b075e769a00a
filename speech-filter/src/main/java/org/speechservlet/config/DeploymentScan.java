package org.speechservlet.config;

import jakarta.servlet.Registration;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what a web application declares for us. */
final class DeploymentScan {
  /** By name, as the servlet lives in a module that is not there in every application. */
  private static final Set<String> OUR_CLASSES =
      Set.of(
          "org.speechservlet.token.SpeechTokenFilter", "org.speechservlet.servlet.SpeechServlet");

  private final ServletContext context;
  private final List<Declaration> initParams = new ArrayList<>();

  private DeploymentScan(ServletContext context) {
    this.context = context;
  }

  /**
   * Reads a web application's parameters.
   *
   * @throws UnsupportedOperationException if this context does not show filters and servlets
   */
  static DeclaredParameters of(ServletContext context) {
    DeploymentScan scan = new DeploymentScan(context);
    context.getFilterRegistrations().values().forEach(filter -> scan.add(filter, "filter"));
    context.getServletRegistrations().values().forEach(servlet -> scan.add(servlet, "servlet"));
    return new DeclaredParameters(scan.initParams, scan.contextParams());
  }

  private void add(Registration registration, String kind) {
    if (!isOurs(registration.getClassName())) {
      return;
    }
    registration
        .getInitParameters()
        .forEach(
            (name, text) ->
                initParams.add(
                    new Declaration(
                        name,
                        text,
                        "init-param "
                            + name
                            + " of "
                            + kind
                            + " '"
                            + registration.getName()
                            + "'")));
  }

  private List<Declaration> contextParams() {
    List<Declaration> params = new ArrayList<>();
    for (String name : Collections.list(context.getInitParameterNames())) {
      String text = context.getInitParameter(name);
      if (name.startsWith(Setting.PREFIX) && text != null) {
        params.add(new Declaration(name, text, "context-param " + name));
      }
    }
    return params;
  }

  /** Whether a class is one of ours or extends one. */
  private boolean isOurs(@Nullable String className) {
    if (className == null || OUR_CLASSES.contains(className)) {
      return className != null;
    }
    Class<?> type = load(className);
    while (type != null && !OUR_CLASSES.contains(type.getName())) {
      type = type.getSuperclass();
    }
    return type != null;
  }

  private @Nullable Class<?> load(String className) {
    try {
      return Class.forName(className, false, context.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // A class that cannot be loaded is not ours; the container says so when it starts it.
      return null;
    }
  }
}
