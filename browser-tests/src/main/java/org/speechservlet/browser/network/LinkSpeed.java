package org.speechservlet.browser.network;

import java.time.Duration;

/**
 * What a link can do, in each direction.
 *
 * @param bitsPerSecond its rate
 * @param delay how long a bit is on its way: half a round trip
 */
public record LinkSpeed(long bitsPerSecond, Duration delay) {}
