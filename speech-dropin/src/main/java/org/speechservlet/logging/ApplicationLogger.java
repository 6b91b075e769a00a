package org.speechservlet.logging;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** One logger of the application's SLF4J. Markers are not passed on: the drop-in has none. */
final class ApplicationLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1;

  /** Whoever logs calls a method of this class. */
  private static final String CALLED = AbstractLogger.class.getName();

  private final transient Object logger;
  private final transient LoggerCalls calls;

  ApplicationLogger(String name, Object logger, LoggerCalls calls) {
    this.name = name;
    this.logger = logger;
    this.calls = calls;
  }

  @Override
  public boolean isTraceEnabled() {
    return calls.isEnabled(logger, Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return calls.isEnabled(logger, Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return calls.isEnabled(logger, Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return calls.isEnabled(logger, Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return calls.isEnabled(logger, Level.ERROR);
  }

  @Override
  protected String getFullyQualifiedCallerName() {
    return CALLED;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String message,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    // Some bindings of 1.7 leave the placeholders as they are.
    String text = MessageFormatter.basicArrayFormat(message, arguments);
    calls.log(logger, CALLED, level, text, thrown);
  }
}
