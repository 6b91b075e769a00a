/** Bytes in, 16 kHz mono samples out: WAV, Ogg/Opus, and whether somebody speaks in them. */
@NullMarked
package org.speechservlet.local.audio;

import org.jspecify.annotations.NullMarked;
