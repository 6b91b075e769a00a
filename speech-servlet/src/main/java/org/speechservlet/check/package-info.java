/**
 * Internal. Looks at an installation as a whole: settings, network, credential, one recognition;
 * and tells what it found in an operator's words.
 */
@NullMarked
package org.speechservlet.check;

import org.jspecify.annotations.NullMarked;
