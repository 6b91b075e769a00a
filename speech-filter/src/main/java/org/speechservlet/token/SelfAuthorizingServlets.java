package org.speechservlet.token;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Knows which servlets of a web application ask for an authorization themselves. Thread-safe. */
final class SelfAuthorizingServlets {
  private final ServletContext context;
  private final ApplicationClasses classes;

  /** By servlet name; as many entries as the application has servlets. */
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  SelfAuthorizingServlets(ServletContext context) {
    this.context = context;
    this.classes = new ApplicationClasses(context);
  }

  boolean isTargetOf(HttpServletRequest request) {
    String name = request.getHttpServletMapping().getServletName();
    return name != null && known.computeIfAbsent(name, this::authorizesItself);
  }

  private boolean authorizesItself(String servletName) {
    try {
      ServletRegistration registration = context.getServletRegistration(servletName);
      return registration != null && isMarked(registration.getClassName());
    } catch (UnsupportedOperationException e) {
      // A context that does not show its servlets: their requests wait like those to any other.
      return false;
    }
  }

  private boolean isMarked(@Nullable String className) {
    Class<?> type = classes.find(className);
    return type != null && AuthorizesItself.class.isAssignableFrom(type);
  }
}
