/** The stand-in for the Speech API: answers, and measures when audio arrives. */
@NullMarked
package org.speechservlet.benchmarks.upstream;

import org.jspecify.annotations.NullMarked;
