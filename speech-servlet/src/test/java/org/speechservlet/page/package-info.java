/** Tests of the button that comes into pages. */
@NullMarked
package org.speechservlet.page;

import org.jspecify.annotations.NullMarked;
