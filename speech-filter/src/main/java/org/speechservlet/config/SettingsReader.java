package org.speechservlet.config;

import jakarta.servlet.ServletContext;
import javax.naming.InitialContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the settings of a web application from all places, checks them, and logs them once. */
public final class SettingsReader {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsReader.class);

  private SettingsReader() {}

  /**
   * Reads the settings of a web application. The order in which its filters, servlets and listeners
   * start does not matter, as the init-params of all of them are read.
   *
   * @param context the web application
   * @param hasTokenSource whether it brings a token source of its own, so that no key is needed
   * @return its settings, which can be used
   * @throws SettingsException naming every problem, if there is any
   * @throws UnsupportedOperationException if this context does not show its filters and servlets,
   *     as it is with one that a listener added by program is given
   */
  public static SettingsReading read(ServletContext context, boolean hasTokenSource) {
    SettingSources sources =
        SettingSources.of(
            System::getProperty,
            System::getenv,
            InitialContext::doLookup,
            DeploymentScan.of(context));
    SettingsReading reading = new SettingsEvaluation(sources, hasTokenSource).reading();
    SpeechSettings settings = reading.require();
    LOG.info("{}", SettingsReport.of(reading, settings, hasTokenSource));
    return reading;
  }
}
