/** The command that runs the Speech API on loopback: options, messages, exit codes. */
@NullMarked
package org.speechservlet.local.cli;

import org.jspecify.annotations.NullMarked;
