/** How the processes of one measurement talk: a line each way over standard input and output. */
@NullMarked
package org.speechservlet.benchmarks.control;

import org.jspecify.annotations.NullMarked;
