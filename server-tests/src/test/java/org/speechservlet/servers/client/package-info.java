/** What a browser sends to the example, and what the Speech API behind it hears. */
@NullMarked
package org.speechservlet.servers.client;

import org.jspecify.annotations.NullMarked;
