package org.speechservlet.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/**
 * Hears of the time-out that Tomcat makes up for requests of an application that it stops, some
 * second after it began to; a request that is not completed meanwhile is answered with 500.
 */
final class ContainerStop implements AsyncListener {
  private final Browser.Listener listener;

  ContainerStop(Browser.Listener listener) {
    this.listener = listener;
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    listener.uploadFailed(new ContainerStopsException());
  }

  @Override
  public void onComplete(AsyncEvent event) {
    // Told by whoever completed it.
  }

  @Override
  public void onError(AsyncEvent event) {
    // The listeners of input and output are told.
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // It is not started anew.
  }
}
