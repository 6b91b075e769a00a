package org.speechservlet.servlet;

/**
 * Hears of each recognition when it has ended, served or refused; never of what was said. For
 * applications that must keep a record of who used the service.
 *
 * <p>An application sets the attribute {@link #ATTRIBUTE} of its {@code ServletContext} before the
 * servlet starts, such as in a {@code ServletContextListener}.
 */
public interface AuditListener {
  /** The attribute of the {@code ServletContext} that holds the listener. */
  String ATTRIBUTE = "org.speechservlet.servlet.AuditListener";

  /**
   * Told once of each recognition. Called on any thread, several at a time, and must not block: the
   * thread serves others. What it throws is logged and changes nothing.
   *
   * @param event what is known of it
   */
  void recognitionEnded(AuditEvent event);
}
