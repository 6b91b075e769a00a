package org.speechservlet.servlet;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import org.jspecify.annotations.Nullable;
import org.speechservlet.metrics.SpeechMXBean;
import org.speechservlet.metrics.Subject;
import org.speechservlet.metrics.Telemetry;

/** Finds out under which name a servlet is monitored, and where its meters go. */
final class Monitoring {
  /** The attribute of the {@code ServletContext} that may hold an application's own registry. */
  static final String REGISTRY_ATTRIBUTE = "io.micrometer.core.instrument.MeterRegistry";

  private Monitoring() {}

  static Telemetry start(ServletConfig servlet, SpeechMXBean source) {
    ServletContext context = servlet.getServletContext();
    String path = context.getContextPath();
    return Telemetry.start(
        new Subject(host(context), path.isEmpty() ? "/" : path, servlet.getServletName()),
        source,
        context.getAttribute(REGISTRY_ATTRIBUTE));
  }

  /** Not every container has a name for it. */
  private static String host(ServletContext context) {
    @Nullable String name;
    try {
      name = context.getVirtualServerName();
    } catch (UnsupportedOperationException e) {
      name = null;
    }
    return name == null ? "" : name;
  }
}
