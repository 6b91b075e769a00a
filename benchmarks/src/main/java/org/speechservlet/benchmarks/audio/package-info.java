/** Audio made for the loads; each piece carries when it was due. */
@NullMarked
package org.speechservlet.benchmarks.audio;

import org.jspecify.annotations.NullMarked;
