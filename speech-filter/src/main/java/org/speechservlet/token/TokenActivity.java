package org.speechservlet.token;

/**
 * What a token manager has done since it was started, and who waits for it now.
 *
 * @param renewals authorizations that it got, the first one among them
 * @param failures attempts that brought none
 * @param waiting callers that wait for an authorization at this moment
 */
public record TokenActivity(long renewals, long failures, int waiting) {}
