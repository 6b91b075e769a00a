/** Internal. Tests of the client side of the Speech API, with the doubles that they share. */
@NullMarked
package org.speechservlet.upstream;

import org.jspecify.annotations.NullMarked;
