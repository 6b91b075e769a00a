/** Starts everything, in turn, and measures it from outside. */
@NullMarked
package org.speechservlet.benchmarks.run;

import org.jspecify.annotations.NullMarked;
