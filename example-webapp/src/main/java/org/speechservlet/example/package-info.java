/** The example portal on an embedded server. */
@NullMarked
package org.speechservlet.example;

import org.jspecify.annotations.NullMarked;
