/**
 * Gives HTML pages the dictation button while they are written, with no page edited.
 *
 * <p>Internal; what a maintainer declares is {@code
 * org.speechservlet.servlet.DictationButtonFilter}.
 */
@NullMarked
package org.speechservlet.page;

import org.jspecify.annotations.NullMarked;
