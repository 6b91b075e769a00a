package org.speechservlet.quota;

import java.time.Duration;

/** Internal. Runs something later. */
public interface Alarm {

  /**
   * Runs a short task once the delay is over.
   *
   * @return to be run when the task is not wanted any more
   */
  Runnable after(Duration delay, Runnable task);
}
