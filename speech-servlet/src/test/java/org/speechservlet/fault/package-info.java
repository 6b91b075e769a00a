/** What goes wrong at either end, at every stage, over real sockets: see {@code FAULTS.md}. */
@NullMarked
package org.speechservlet.fault;

import org.jspecify.annotations.NullMarked;
