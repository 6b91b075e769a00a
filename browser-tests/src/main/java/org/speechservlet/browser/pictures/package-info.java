/** Pictures of the pages for the documents. */
@NullMarked
package org.speechservlet.browser.pictures;

import org.jspecify.annotations.NullMarked;
