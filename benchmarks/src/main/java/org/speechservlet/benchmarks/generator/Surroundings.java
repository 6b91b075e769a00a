package org.speechservlet.benchmarks.generator;

/**
 * What everybody in a load shares.
 *
 * @param destination where uploads go
 * @param loop keeps appointments and serves connections
 * @param tally is told how it went
 */
record Surroundings(Destination destination, EventLoop loop, Tally tally) {}
