/** Tests of the settings. */
@NullMarked
package org.speechservlet.token;

import org.jspecify.annotations.NullMarked;
