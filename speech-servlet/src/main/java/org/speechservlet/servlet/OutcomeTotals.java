package org.speechservlet.servlet;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many recognitions ended in which way since the servlet started. Thread-safe. */
final class OutcomeTotals {
  private final Map<String, LongAdder> totals = new ConcurrentHashMap<>();

  void count(String outcome) {
    totals.computeIfAbsent(outcome, name -> new LongAdder()).increment();
  }

  Map<String, Long> snapshot() {
    Map<String, Long> counts = new TreeMap<>();
    totals.forEach((outcome, total) -> counts.put(outcome, total.sum()));
    return counts;
  }
}
