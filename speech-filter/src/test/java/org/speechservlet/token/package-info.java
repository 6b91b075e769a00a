/** Tests of the token manager and the filter, with the doubles that they share. */
@NullMarked
package org.speechservlet.token;

import org.jspecify.annotations.NullMarked;
