package org.speechservlet.check;

import org.speechservlet.upstream.CredentialSource;

/**
 * A credential that a recognition is tried with.
 *
 * @param name such as {@code first key}
 */
record Candidate(String name, CredentialSource credentials) {}
