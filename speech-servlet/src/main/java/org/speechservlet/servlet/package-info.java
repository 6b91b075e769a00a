/** The servlet that takes a browser's audio and answers with its text. */
@NullMarked
package org.speechservlet.servlet;

import org.jspecify.annotations.NullMarked;
