/** Tests of the settings. */
@NullMarked
package org.speechservlet.config;

import org.jspecify.annotations.NullMarked;
