/** The load generator: people who dictate, all on one thread. */
@NullMarked
package org.speechservlet.benchmarks.generator;

import org.jspecify.annotations.NullMarked;
