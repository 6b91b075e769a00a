package org.speechservlet.token;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts to get the first token when the web application starts. It is of use where there is no
 * filter and the servlets are started by their first request; otherwise it may be left out.
 */
public final class SpeechContextListener implements ServletContextListener {
  private static final Logger LOG = LoggerFactory.getLogger(SpeechContextListener.class);

  private SpeechContext.@Nullable Lease lease;

  /** Creates a listener; a container does this. */
  public SpeechContextListener() {}

  /**
   * Takes a share of the {@link SpeechContext}.
   *
   * @throws org.speechservlet.config.SettingsException if the settings cannot be used
   */
  @Override
  public void contextInitialized(ServletContextEvent event) {
    try {
      lease = SpeechContext.acquire(event.getServletContext());
    } catch (UnsupportedOperationException e) {
      LOG.info(
          "This listener was added by program, so it may not see the init-params of filters and"
              + " servlets; the first of them gets the first token in its place.");
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (lease != null) {
      lease.close();
      lease = null;
    }
  }
}
