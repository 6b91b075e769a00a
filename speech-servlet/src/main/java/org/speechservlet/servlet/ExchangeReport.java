package org.speechservlet.servlet;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is left of an exchange.
 *
 * @param id the request's id
 * @param outcome as {@link Outcome} names it
 * @param status the answer's status; 0 if the browser was gone before
 * @param audio how much audio went upstream
 * @param timeToFirstByte until the first audio went upstream; null if none did
 */
record ExchangeReport(
    String id,
    String outcome,
    int status,
    Duration audio,
    long uploadBytes,
    @Nullable Duration timeToFirstByte,
    Duration total) {}
