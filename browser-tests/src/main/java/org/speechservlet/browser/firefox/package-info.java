/**
 * Firefox without geckodriver: it speaks WebDriver BiDi (W3C) itself, over a WebSocket. Its
 * microphone is a sound server of its own.
 */
@NullMarked
package org.speechservlet.browser.firefox;

import org.jspecify.annotations.NullMarked;
