package org.speechservlet.local;

/** Serves the POST requests of one path. Thread-safe. */
interface Endpoint {

  /** Starts to serve the exchange, and sees to it that it ends. Does not block. */
  void serve(Exchange exchange);
}
