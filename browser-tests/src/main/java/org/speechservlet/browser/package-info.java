/**
 * Real browsers, driven the same way whichever it is: a page is opened, keys and the mouse are
 * pressed, something is spoken, and the page is asked what it shows.
 */
@NullMarked
package org.speechservlet.browser;

import org.jspecify.annotations.NullMarked;
