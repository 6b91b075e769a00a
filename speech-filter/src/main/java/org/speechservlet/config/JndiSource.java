package org.speechservlet.config;

import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks settings up below {@code java:comp/env/speech/}. Confined to one reading of settings. */
final class JndiSource implements SettingSource {
  private static final Logger LOG = LoggerFactory.getLogger(JndiSource.class);
  private static final String PREFIX = "java:comp/env/speech/";

  private final Lookup lookup;
  private boolean hasWarned;

  /** Looks up one name; {@code InitialContext::doLookup} in a container. */
  @FunctionalInterface
  interface Lookup {
    @Nullable Object lookup(String name) throws NamingException;
  }

  JndiSource(Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public @Nullable Found find(Setting<?> setting) {
    String name = PREFIX + setting.bareName();
    Object value = valueOf(name);
    if (value == null || isSimple(value)) {
      return value == null ? null : new Found(value.toString(), "JNDI " + name);
    }
    warnOnce("JNDI " + name + " holds a " + value.getClass().getName() + " where text is wanted");
    return null;
  }

  private @Nullable Object valueOf(String name) {
    try {
      return lookup.lookup(name);
    } catch (NamingException e) {
      if (!saysThatThereIsNothing(e)) {
        warnOnce("JNDI cannot be asked for " + name + " (" + SafeText.of(e.toString()) + ")");
      }
      return null;
    } catch (NoClassDefFoundError e) {
      // A runtime image without the module java.naming has no JNDI to ask.
      return null;
    }
  }

  private static boolean isSimple(Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Character;
  }

  /** Some containers wrap the exception that says so in another one. */
  private static boolean saysThatThereIsNothing(NamingException e) {
    Throwable cause = e;
    while (cause != null) {
      if (cause instanceof NameNotFoundException || cause instanceof NoInitialContextException) {
        return true;
      }
      cause = cause instanceof NamingException naming ? naming.getRootCause() : cause.getCause();
    }
    return false;
  }

  private void warnOnce(String what) {
    if (!hasWarned) {
      hasWarned = true;
      LOG.warn("{}; what JNDI holds for speech settings counts as not set.", what);
    }
  }
}
