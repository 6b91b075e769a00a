package org.speechservlet.logging;

import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * What the drop-in's own SLF4J logs with. Registered in the finished drop-in only.
 *
 * <p>Markers stay in the drop-in, which uses none. Nothing is written to the console, whatever is
 * found or missing.
 */
public final class DropinServiceProvider implements SLF4JServiceProvider {
  /** The newest SLF4J that this was written for. */
  private static final String API_VERSION = "2.0.99";

  private final HomeLoggerFactory loggers;
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter context;

  /** Decides where the log goes. Called by {@link java.util.ServiceLoader}. */
  public DropinServiceProvider() {
    loggers = HomeLoggerFactory.choose(DropinServiceProvider.class.getClassLoader());
    context = loggers.context();
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return loggers;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return context;
  }

  @Override
  public String getRequestedApiVersion() {
    return API_VERSION;
  }

  @Override
  public void initialize() {
    // All is done when it is created.
  }
}
