package org.speechservlet.browser.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The waits of one way to dictate: one for each phrase. */
final class Measured {

  private final List<Duration> waits = new ArrayList<>();

  void add(Duration wait) {
    waits.add(wait);
  }

  /** Half of the waits were at most this long. */
  Duration median() {
    return sorted().get((waits.size() - 1) / 2);
  }

  Duration longest() {
    return sorted().get(waits.size() - 1);
  }

  int count() {
    return waits.size();
  }

  private List<Duration> sorted() {
    return waits.stream().sorted().toList();
  }
}
