package org.speechservlet.token;

/**
 * Marks a servlet class that asks the {@link TokenManager} itself. A {@link SpeechTokenFilter} lets
 * its requests pass at once, with or without a token, so that those parts of it that need no token
 * (a status page, a script) work without one.
 */
public interface AuthorizesItself {}
