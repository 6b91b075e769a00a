package org.speechservlet.servlet;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.speechservlet.metrics.EndedRecognition;

/**
 * What is left of an exchange.
 *
 * @param id the request's id
 * @param outcome as {@link Outcome} names it
 * @param status the answer's status; 0 if the browser was gone before
 * @param audio how much audio went upstream
 * @param sentBytes audio handed over to be sent upstream, each byte once
 * @param timeToFirstByte until the first audio went upstream; null if none did
 * @param lastByteToAnswer from the last byte of the upload to the answer; null if one of them did
 *     not come
 */
record ExchangeReport(
    String id,
    String outcome,
    int status,
    Duration audio,
    long uploadBytes,
    long sentBytes,
    @Nullable Duration timeToFirstByte,
    @Nullable Duration lastByteToAnswer,
    Duration total) {

  /** Whether the browser was told that this could not be served: its fault, or not now. */
  boolean isRejection() {
    return (status >= 400 && status < 500) || status == 503;
  }

  /** The same for monitoring. */
  EndedRecognition ended() {
    return new EndedRecognition(
        outcome, isRejection(), total, audio, timeToFirstByte, lastByteToAnswer);
  }
}
