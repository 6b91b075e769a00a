package org.speechservlet.local.token;

/** What {@link TokenAuthority#check} finds out about a token. */
public enum TokenCheck {
  /** Issued here, and not expired. */
  GOOD,
  /** Issued here, and expired. */
  EXPIRED,
  /** Not issued here. */
  FORGED
}
