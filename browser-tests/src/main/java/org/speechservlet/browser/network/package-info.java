/** Networks that one does not like to have: cut, slow and far. */
@NullMarked
package org.speechservlet.browser.network;

import org.jspecify.annotations.NullMarked;
