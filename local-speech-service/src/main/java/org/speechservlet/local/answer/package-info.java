/** Whole HTTP answers as values, and those that the Speech API is known to refuse with. */
@NullMarked
package org.speechservlet.local.answer;

import org.jspecify.annotations.NullMarked;
