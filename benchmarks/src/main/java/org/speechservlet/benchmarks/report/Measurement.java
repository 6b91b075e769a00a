package org.speechservlet.benchmarks.report;

import java.util.Map;

/**
 * What one round gave.
 *
 * @param load by name
 * @param target by name
 * @param values what could be measured
 */
public record Measurement(String load, String target, Map<Metric, Double> values) {}
