/** The servers: where each lies, how it is set up, started, given applications and stopped. */
@NullMarked
package org.speechservlet.servers.container;

import org.jspecify.annotations.NullMarked;
