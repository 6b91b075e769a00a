/** Settings: where they come from, what they may be, how they are shown. */
@NullMarked
package org.speechservlet.config;

import org.jspecify.annotations.NullMarked;
