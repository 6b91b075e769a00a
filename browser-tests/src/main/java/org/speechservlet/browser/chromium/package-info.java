/** Chromium, driven by Selenium and Debian's driver. Its microphone is a file. */
@NullMarked
package org.speechservlet.browser.chromium;

import org.jspecify.annotations.NullMarked;
