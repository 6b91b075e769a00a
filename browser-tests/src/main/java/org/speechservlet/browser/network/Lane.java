package org.speechservlet.browser.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** One direction of a connection. */
interface Lane {

  /** Carries everything until the stream ends; returns when the last byte has arrived. */
  void carry(InputStream from, OutputStream to) throws IOException, InterruptedException;

  /** At once. */
  static Lane direct() {
    return (from, to) -> from.transferTo(to);
  }

  /**
   * When the link has carried it.
   *
   * @param openNanos before then nothing is sent
   */
  static Lane scheduled(LinkSchedule schedule, long openNanos) {
    return new ScheduledLane(schedule, openNanos);
  }
}
