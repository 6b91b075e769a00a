/** How long somebody waits for the words, measured in a browser. */
@NullMarked
package org.speechservlet.browser.latency;

import org.jspecify.annotations.NullMarked;
