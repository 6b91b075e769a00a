/** Tests of the command line, on WARs and descriptors made for them. */
@NullMarked
package org.speechservlet.tool;

import org.jspecify.annotations.NullMarked;
