/**
 * What monitoring sees of a speech servlet: an MBean and, where Micrometer is, meters.
 *
 * <p>A client of the MBean uses {@link org.speechservlet.metrics.SpeechMXBean}; the rest is
 * internal. {@code Measure} lists everything that there is, with its unit.
 */
@NullMarked
package org.speechservlet.metrics;

import org.jspecify.annotations.NullMarked;
