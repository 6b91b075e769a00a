package org.speechservlet.local;

import java.time.Duration;

/** Runs a task later, on a thread that may be kept busy. Holds no thread while it waits. */
interface Delayer {

  void runAfter(Duration delay, Runnable task);
}
