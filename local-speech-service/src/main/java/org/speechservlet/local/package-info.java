/** The Speech API on loopback, with an offline recognizer. */
@NullMarked
package org.speechservlet.local;

import org.jspecify.annotations.NullMarked;
