package org.speechservlet.token;

import jakarta.servlet.ServletContextListener;

/** Fetches the first token when the application starts, before its first request. */
public final class SpeechContextListener implements ServletContextListener {
  /** Creates a listener; a container does this. */
  public SpeechContextListener() {}
}
