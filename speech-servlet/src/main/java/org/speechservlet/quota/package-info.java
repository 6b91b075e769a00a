/** How much audio one user may send, counted by one node or by several together. */
@NullMarked
package org.speechservlet.quota;

import org.jspecify.annotations.NullMarked;
