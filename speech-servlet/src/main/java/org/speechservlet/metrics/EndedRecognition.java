package org.speechservlet.metrics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A recognition that has ended.
 *
 * @param outcome one of few
 * @param rejected whether it was answered with 4xx or 503, so that the outcome is the reason
 * @param total from its first request to its answer
 * @param audio how much audio it had
 * @param timeToFirstByte until audio was in the connection to the Speech API; null if none was
 * @param lastByteToAnswer from the last byte of the upload to the answer; null if one of them did
 *     not come
 */
public record EndedRecognition(
    String outcome,
    boolean rejected,
    Duration total,
    Duration audio,
    @Nullable Duration timeToFirstByte,
    @Nullable Duration lastByteToAnswer) {}
