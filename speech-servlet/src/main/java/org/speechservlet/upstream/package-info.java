/** Internal. The client side of the Speech API. */
@NullMarked
package org.speechservlet.upstream;

import org.jspecify.annotations.NullMarked;
