package org.speechservlet.fault;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What both sides of the servlet have seen of many dictations, by their numbers. Thread-safe. */
final class Ledger {
  private final Map<Integer, Course> courses = new ConcurrentHashMap<>();
  private final Map<String, Integer> seen = new TreeMap<>();
  private final BitSet understood = new BitSet();
  private final BitSet answeredUpstream = new BitSet();
  private final BitSet excused = new BitSet();
  private int begun;
  private int left;
  private int requestsUpstream;

  /** A browser begins a dictation: returns its number. */
  synchronized int begin() {
    int number = begun++;
    courses.put(number, new Course());
    return number;
  }

  /** How far the Speech API has heard it. */
  Course course(int number) {
    return courses.getOrDefault(number, new Course());
  }

  /** Its browser got this. */
  synchronized void ended(int number, String answer) {
    courses.remove(number);
    seen.merge(answer, 1, Integer::sum);
    if (answer.equals("200")) {
      understood.set(number);
    } else if (answer.equals("504 upstream-timeout") || answer.equals("408 upload-stalled")) {
      excused.set(number); // The Speech API's answer came too late.
    }
  }

  /** Its browser does not wait for an answer. */
  synchronized void left(int number) {
    courses.remove(number);
    left++;
    excused.set(number);
  }

  synchronized void requestedUpstream() {
    requestsUpstream++;
  }

  synchronized void answeredUpstream(int number) {
    answeredUpstream.set(number);
  }

  synchronized int begun() {
    return begun;
  }

  synchronized int requestsUpstream() {
    return requestsUpstream;
  }

  synchronized int leftAlone() {
    return left;
  }

  synchronized Map<String, Integer> seen() {
    return new TreeMap<>(seen);
  }

  /** What does not agree with the servlet's own totals, or between both sides. */
  synchronized Map<String, Integer> differences(Map<String, Integer> totals) {
    Map<String, Integer> differences = new TreeMap<>();
    Map<String, Integer> outcomes = new TreeMap<>(totals);
    seen.forEach((answer, count) -> outcomes.merge(outcome(answer), -count, Integer::sum));
    outcomes.forEach(
        (outcome, count) -> {
          if (count < 0) {
            differences.put("seen more often than counted: " + outcome, count);
          }
        });
    int unseen = outcomes.values().stream().mapToInt(Integer::intValue).sum() - left;
    put(differences, "counted, with nobody who left or saw it", unseen);
    BitSet invented = (BitSet) understood.clone();
    invented.andNot(answeredUpstream);
    put(differences, "understood, and never answered upstream", invented.cardinality());
    BitSet lost = (BitSet) answeredUpstream.clone();
    lost.andNot(understood);
    lost.andNot(excused);
    put(differences, "answered upstream, and the answer was lost", lost.cardinality());
    return differences;
  }

  private static void put(Map<String, Integer> differences, String what, int count) {
    if (count != 0) {
      differences.put(what, count);
    }
  }

  private static String outcome(String answer) {
    return answer.equals("200") ? "Success" : answer.substring(answer.indexOf(' ') + 1);
  }
}
