/** The command line of the drop-in JAR: puts speech into a WAR, checks it, takes it out again. */
@NullMarked
package org.speechservlet.tool;

import org.jspecify.annotations.NullMarked;
