package org.speechservlet.token;

import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Time, chance and delays, which tests replace.
 *
 * @param scheduler runs things later
 * @param nanoTime a monotonic clock, for ages
 * @param clock wall time, for what operators read and what tokens say
 * @param random a source of jitter
 */
record Surroundings(
    Scheduler scheduler, LongSupplier nanoTime, Clock clock, RandomGenerator random) {}
