package org.speechservlet.token;

import jakarta.servlet.ServletContext;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.speechservlet.config.SettingsReader;
import org.speechservlet.config.SettingsReading;
import org.speechservlet.config.SpeechSettings;

/**
 * What the speech filter, servlets and listener of one web application share: its settings and its
 * token manager. It lives in an attribute of the {@link ServletContext}; whoever comes first
 * creates it, and the last to let go closes it. Thread-safe.
 */
public final class SpeechContext {
  /** The attribute of the {@code ServletContext} that holds the shared object. */
  static final String ATTRIBUTE = "org.speechservlet.token.SpeechContext";

  private final SettingsReading reading;
  private final SpeechSettings settings;
  private final TokenManager tokens;
  private int leases;

  private SpeechContext(SettingsReading reading, TokenManager tokens) {
    this.reading = reading;
    this.settings = reading.require();
    this.tokens = tokens;
  }

  /**
   * Takes a share.
   *
   * @param context the web application
   * @return the share; to be closed where its taker ends, such as in {@code destroy()}
   * @throws org.speechservlet.config.SettingsException if the settings cannot be used; everybody
   *     who asks gets the same message
   * @throws UnsupportedOperationException if this context does not show its filters and servlets,
   *     as that of a listener which was added by program
   */
  public static Lease acquire(ServletContext context) {
    // A lock for all applications that share this class: a ServletContext may show itself as
    // different objects. Nothing under it waits for a network.
    synchronized (SpeechContext.class) {
      SpeechContext shared = find(context);
      if (shared == null) {
        shared = create(context);
        context.setAttribute(ATTRIBUTE, shared);
      }
      shared.leases++;
      return new Lease(context, shared);
    }
  }

  private static @Nullable SpeechContext find(ServletContext context) {
    Object found = context.getAttribute(ATTRIBUTE);
    if (found == null || found instanceof SpeechContext) {
      return (SpeechContext) found;
    }
    throw new IllegalStateException(
        "This web application sees speech-filter twice, by "
            + found.getClass().getClassLoader()
            + " and by "
            + SpeechContext.class.getClassLoader()
            + ". Remove the JAR from WEB-INF/lib, or from the libraries shared by all.");
  }

  private static SpeechContext create(ServletContext context) {
    TokenSource source = tokenSource(context);
    SettingsReading reading = SettingsReader.read(context, source != null);
    SpeechSettings settings = reading.require();
    String path = context.getContextPath();
    RenewalThreads threads =
        new RenewalThreads(path.isEmpty() ? "/" : path, context.getClassLoader());
    return new SpeechContext(
        reading, TokenManager.start(settings.auth(), settings.connection(), source, threads));
  }

  private static @Nullable TokenSource tokenSource(ServletContext context) {
    Object found = context.getAttribute(TokenSource.ATTRIBUTE);
    if (found == null || found instanceof TokenSource) {
      return (TokenSource) found;
    }
    throw new IllegalStateException(
        "The attribute "
            + TokenSource.ATTRIBUTE
            + " of the ServletContext holds a "
            + found.getClass().getName()
            + ", which is no "
            + TokenSource.class.getName()
            + " of the same class loader as speech-filter.");
  }

  private void release(ServletContext context) {
    boolean isLast;
    synchronized (SpeechContext.class) {
      leases--;
      isLast = leases == 0;
      if (isLast) {
        context.removeAttribute(ATTRIBUTE);
      }
    }
    if (isLast) {
      tokens.close();
    }
  }

  /** A share of what the application's speech classes have in common. Thread-safe. */
  public static final class Lease implements AutoCloseable {
    private final ServletContext context;
    private final SpeechContext shared;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private Lease(ServletContext context, SpeechContext shared) {
      this.context = context;
      this.shared = shared;
    }

    /** Returns the application's token manager; whoever holds a lease does not close it. */
    public TokenManager tokens() {
      return shared.tokens;
    }

    /** Returns the application's settings. */
    public SpeechSettings settings() {
      return shared.settings;
    }

    /**
     * Returns the same settings as an operator is shown them: with their places, secrets masked.
     */
    public SettingsReading reading() {
      return shared.reading;
    }

    /**
     * Gives the share back; the last one to do so ends the renewal and its threads, which takes a
     * few seconds at most. Closing again does nothing.
     */
    @Override
    public void close() {
      if (isClosed.compareAndSet(false, true)) {
        shared.release(context);
      }
    }
  }
}
