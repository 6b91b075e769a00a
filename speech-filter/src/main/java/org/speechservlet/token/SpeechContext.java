package org.speechservlet.token;

import jakarta.servlet.ServletContext;
import org.speechservlet.config.SpeechSettings;

/**
 * What the speech filter, servlets and listener of one web application share: its settings and its
 * token manager. Whoever comes first creates it, and the last to let go closes it.
 */
public final class SpeechContext {

  private SpeechContext() {}

  /**
   * Takes a share.
   *
   * @param servletContext the web application
   * @return the share; to be closed exactly where its taker ends, such as in {@code destroy}
   * @throws org.speechservlet.config.SettingsException if the settings cannot be used
   */
  public static Lease acquire(ServletContext servletContext) {
    java.util.Objects.requireNonNull(servletContext, "servletContext");
    throw new UnsupportedOperationException();
  }

  /** A share of the context. Thread-safe; closing it again does nothing. */
  public static final class Lease implements AutoCloseable {
    private final TokenManager tokens;
    private final SpeechSettings settings;

    Lease(TokenManager tokens, SpeechSettings settings) {
      this.tokens = tokens;
      this.settings = settings;
    }

    /** Returns the application's token manager; not to be closed by the caller. */
    public TokenManager tokens() {
      return tokens;
    }

    /** Returns the application's settings. */
    public SpeechSettings settings() {
      return settings;
    }

    @Override
    public void close() {}
  }
}
