/** A command that tells how well an engine recognizes a folder of recordings, and what it costs. */
@NullMarked
package org.speechservlet.local.accuracy;

import org.jspecify.annotations.NullMarked;
