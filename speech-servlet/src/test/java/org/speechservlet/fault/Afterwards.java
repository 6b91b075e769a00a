package org.speechservlet.fault;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.speechservlet.servlet.RawClient;
import org.speechservlet.servlet.WebServer;

/** Looks for what a recognition has left behind. */
final class Afterwards {
  private static final int POLL_MILLIS = 20;

  /** Longer than any time-out of the tests, and than answers are kept. */
  private static final int PATIENCE_SECONDS = 60;

  private Afterwards() {}

  /** Waits until nothing is left; else tells what is. */
  static void awaitNothing(String where, Callable<List<String>> left) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (List<String> rest = left.call(); !rest.isEmpty(); rest = left.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(where + " there is left: " + rest);
      }
      boolean unused = never.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  static JsonObject recognitions(WebServer server) throws Exception {
    try (RawClient client = new RawClient(server)) {
      client.request("GET", server.base().resolve("status"), "Connection: close");
      try (var reader = Json.createReader(new StringReader(client.readAnswer().body()))) {
        return reader.readObject().getJsonObject("recognitions");
      }
    }
  }

  /**
   * What the servlet says that it holds.
   *
   * @param outcomes how many it is to have counted, at least
   */
  static List<String> heldBy(WebServer server, int outcomes) throws Exception {
    JsonObject status = recognitions(server);
    List<String> held = new ArrayList<>();
    for (String what :
        List.of("inFlight", "replayBytes", "waitingUploads", "openAppends", "connectionsInUse")) {
      if (status.getInt(what) != 0) {
        held.add(what + "=" + status.getInt(what));
      }
    }
    if (status.getJsonObject("totals").size() < outcomes) {
      held.add("a recognition that is not counted");
    }
    return held;
  }

  /** Answers of uploads that may be asked for again. */
  static List<String> answersKeptBy(WebServer server) throws Exception {
    int kept = recognitions(server).getInt("keptAnswers");
    return kept == 0 ? List.of() : List.of("answers=" + kept);
  }

  /** How many recognitions have ended in which way. */
  static Map<String, Integer> totals(WebServer server) throws Exception {
    JsonObject totals = recognitions(server).getJsonObject("totals");
    Map<String, Integer> counts = new TreeMap<>();
    totals.keySet().forEach(outcome -> counts.put(outcome, totals.getInt(outcome)));
    return counts;
  }

  /** What the container still has. */
  static List<String> heldByContainer(WebServer server) {
    List<String> held = new ArrayList<>();
    if (server.connections() > 0) {
      held.add("connections=" + server.connections());
    }
    if (server.busyThreads() > 0) {
      held.add("threads=" + server.busyThreads());
    }
    return held;
  }

  /** The threads that an application has, by its context path. */
  static List<String> threadsOf(String application) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("speech-") && name.matches(".*/" + application + "\\b.*"))
        .toList();
  }
}
