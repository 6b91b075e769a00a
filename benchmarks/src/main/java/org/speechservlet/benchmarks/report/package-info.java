/** What was measured, and the table of it. */
@NullMarked
package org.speechservlet.benchmarks.report;

import org.jspecify.annotations.NullMarked;
