package org.speechservlet.logging;

import org.slf4j.ILoggerFactory;
import org.slf4j.jul.JDK14LoggerFactory;

/** Loggers of {@code java.util.logging}. */
final class JavaUtilLogging {
  private JavaUtilLogging() {}

  /**
   * Creates the factory where it does no harm: it asks for the root logger. Tomcat's log manager
   * knows none of a shared folder's class loader, unless that has a configuration, and would make
   * one that leads to no handler and hides the server's.
   */
  static ILoggerFactory loggers() {
    return new ThreadContext(ClassLoader.getSystemClassLoader()).call(JDK14LoggerFactory::new);
  }
}
