package org.speechservlet.benchmarks.target;

import java.net.URI;

/** Something between a browser and the Speech API, in a process that ends with it. */
@FunctionalInterface
interface Target {

  /** Starts it in front of that upstream, and tells its port on the loopback interface. */
  int start(URI upstream) throws Exception;
}
