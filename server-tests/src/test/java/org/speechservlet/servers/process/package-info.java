/** Programs beside the tests: which Java runs them, at which ports, how they are waited for. */
@NullMarked
package org.speechservlet.servers.process;

import org.jspecify.annotations.NullMarked;
