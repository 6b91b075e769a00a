/** The web applications that the servers are given. */
@NullMarked
package org.speechservlet.servers.war;

import org.jspecify.annotations.NullMarked;
