/** Web applications that others have written, and how speech is put into each. */
@NullMarked
package org.speechservlet.servers.application;

import org.jspecify.annotations.NullMarked;
