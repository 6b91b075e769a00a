/** The checks that each server has to pass, and the table of what came out. */
@NullMarked
package org.speechservlet.servers;

import org.jspecify.annotations.NullMarked;
