package org.speechservlet.servlet;

import java.io.IOException;
import java.io.Serial;

/**
 * A container that stops the application gives up its requests. The browser is still there and can
 * be told, if that is done at once.
 */
final class ContainerStopsException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  ContainerStopsException() {
    super("the container stops the application");
  }
}
