package org.speechservlet.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes credentials out of a text that somebody else wrote: a proxy's error page may show the
 * request's head, and a peer that is no HTTP server may send it back.
 */
final class Redaction {
  private static final String MASK = "<credential>";

  /** A bearer token (RFC 6750), or a JSON Web Token (RFC 7519) wherever it stands. */
  private static final Pattern TOKENS =
      Pattern.compile("(?i:bearer)[\\s:]+[^\\s\"'<>,;]{16,}|eyJ[A-Za-z0-9_-]{8,}[A-Za-z0-9._-]*");

  /**
   * What keys look like: one that was sent before another took its place, or by another server. A
   * request's id looks alike, which is no loss: it begins the line in the log.
   */
  private static final Pattern KEYS =
      Pattern.compile("(?<![A-Za-z0-9])(?=[A-Za-z]*[0-9])[A-Za-z0-9]{32,}");

  /** What a text that is no credential could hold by chance. */
  private static final int SHORTEST_SECRET_CHARS = 4;

  private static final int DEEPEST_CAUSE = 16;

  private static final int QUOTED_CHARS = 300;

  /** What could start a line of its own in a log, or turn one around. */
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private final List<String> secrets = new ArrayList<>();

  private Redaction() {}

  /** Knows the values of the credential's header fields, and what tokens look like. */
  static Redaction of(CredentialSource.@Nullable Credential credential) {
    Redaction redaction = new Redaction();
    if (credential != null) {
      redaction.addValuesOf(credential);
    }
    return redaction;
  }

  /** A credential that cannot say what it is was not sent either. */
  private void addValuesOf(CredentialSource.Credential credential) {
    try {
      credential.applyTo((name, value) -> addValue(value));
    } catch (RuntimeException e) {
      secrets.clear();
    }
  }

  private void addValue(String value) {
    addSecret(value);
    int space = value.lastIndexOf(' ');
    addSecret(value.substring(space + 1));
  }

  private void addSecret(String secret) {
    if (secret.length() >= SHORTEST_SECRET_CHARS) {
      secrets.add(secret);
    }
  }

  /** The text on one line and not at length, for an operator. */
  String quote(String text) {
    String line = CONTROLS.matcher(apply(text)).replaceAll(" ").strip();
    return line.length() <= QUOTED_CHARS ? line : line.substring(0, QUOTED_CHARS) + "…";
  }

  String apply(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, MASK);
    }
    return masked(KEYS, masked(TOKENS, clean));
  }

  private static String masked(Pattern secrets, String text) {
    return secrets.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
  }

  /** The failure itself, or null if its text, or that of one of its causes, has a credential. */
  @Nullable Throwable apply(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      String text = cause.toString();
      if (!apply(text).equals(text)) {
        return null;
      }
      cause = cause.getCause();
    }
    return cause == null ? failure : null;
  }
}
