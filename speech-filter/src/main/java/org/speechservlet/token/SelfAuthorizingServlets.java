package org.speechservlet.token;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.speechservlet.config.DeployedClasses;

/** Knows which servlets of a web application ask for an authorization themselves. Thread-safe. */
final class SelfAuthorizingServlets {
  private final ServletContext context;

  /** By servlet name; as many entries as the application has servlets. */
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  SelfAuthorizingServlets(ServletContext context) {
    this.context = context;
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

  private boolean isMarked(String className) {
    Class<?> type = DeployedClasses.load(context, className);
    return type != null && AuthorizesItself.class.isAssignableFrom(type);
  }
}
