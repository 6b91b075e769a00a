package org.speechservlet.logging;

import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;

/**
 * Creates loggers as if the thread belonged to the application that this JAR belongs to.
 *
 * <p>Tomcat's log manager, SLF4J up to 2.0.8 and some of its providers give each thread's context
 * class loader loggers of its own. Here a logger is kept in a static field, so it must be one of
 * the JAR's class loader: the thread that happens to come first may belong to an application that
 * merely shares the JAR, or to none.
 *
 * @param home the context of the JAR's class loader
 */
record HomeLoggerFactory(ThreadContext home, ILoggerFactory loggers) implements ILoggerFactory {

  /** Chooses for the class loader of this JAR. */
  static HomeLoggerFactory choose(ClassLoader jar) {
    ThreadContext home = new ThreadContext(jar);
    return new HomeLoggerFactory(
        home,
        home.call(() -> ApplicationSlf4j.seenBy(jar)).orElseGet(() -> JavaUtilLogging.loggers()));
  }

  /** The diagnostic context that goes with the loggers; one that forgets if there is none. */
  MDCAdapter context() {
    return loggers instanceof ApplicationSlf4j application
        ? application.context()
        : new NOPMDCAdapter();
  }

  @Override
  public Logger getLogger(String name) {
    return home.call(() -> loggers.getLogger(name));
  }
}
