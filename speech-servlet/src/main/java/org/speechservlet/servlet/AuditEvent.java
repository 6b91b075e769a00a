package org.speechservlet.servlet;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One recognition, for an auditor.
 *
 * @param requestId the id under which it stands in the log and at the Speech service
 * @param user the name of who had logged in ({@code getUserPrincipal}); null if nobody had
 * @param address the client's, behind the proxies that {@code speech.trusted-proxies} names
 * @param began when the request came
 * @param total how long it took
 * @param audio how much audio went to the Speech service
 * @param outcome the Speech API's own word, such as {@code Success}, or the type of the problem
 *     that was answered, or {@code browser-gone}, or {@code cancelled}
 * @param status of the answer; 0 if there was nobody to be answered
 */
public record AuditEvent(
    String requestId,
    @Nullable String user,
    String address,
    Instant began,
    Duration total,
    Duration audio,
    String outcome,
    int status) {}
