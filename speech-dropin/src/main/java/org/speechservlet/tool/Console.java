package org.speechservlet.tool;

import java.io.PrintStream;

/**
 * Where a command's words go. Results go to standard output, so that they can be piped; everything
 * else goes to standard error.
 *
 * @param out standard output
 * @param err standard error
 */
record Console(PrintStream out, PrintStream err) {

  /** Tells a part of the result. */
  void result(String text) {
    out.println(text);
  }

  /** Tells what a person should look at, although it was done. */
  void warn(String text) {
    err.println("warning: " + text);
  }

  /** Tells why it was not done. */
  void error(String text) {
    err.println(text);
  }
}
