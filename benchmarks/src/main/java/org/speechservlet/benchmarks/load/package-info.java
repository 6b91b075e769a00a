/** Which loads there are. */
@NullMarked
package org.speechservlet.benchmarks.load;

import org.jspecify.annotations.NullMarked;
