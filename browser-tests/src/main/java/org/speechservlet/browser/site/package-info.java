/** The example's WAR on a server, beside a Speech API on loopback. */
@NullMarked
package org.speechservlet.browser.site;

import org.jspecify.annotations.NullMarked;
