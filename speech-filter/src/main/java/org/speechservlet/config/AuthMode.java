package org.speechservlet.config;

/** What proves to the Speech service that a request may be served ({@code speech.auth}). */
public enum AuthMode {
  /** A token of ten minutes, issued for the key by the token service. */
  TOKEN,
  /** The key itself, for private endpoints, where tokens are refused. */
  KEY,
  /** Nothing, for containers and for a service on loopback. */
  NONE
}
