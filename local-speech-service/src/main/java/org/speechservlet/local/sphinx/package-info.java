/** CMU Sphinx4 as the offline recognizer of US English. */
@NullMarked
package org.speechservlet.local.sphinx;

import org.jspecify.annotations.NullMarked;
