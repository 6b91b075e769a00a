package org.speechservlet.servlet;

import java.time.Duration;

/**
 * What one upload may use.
 *
 * @param uploadIdleTimeout longest time without a byte while bytes are wanted
 * @param maxUploadTime longest time from the first byte to the last
 */
record ExchangeLimits(long maxUploadBytes, Duration uploadIdleTimeout, Duration maxUploadTime) {}
