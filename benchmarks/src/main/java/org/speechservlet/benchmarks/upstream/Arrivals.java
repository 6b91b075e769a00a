package org.speechservlet.benchmarks.upstream;

import java.util.Map;
import java.util.TreeMap;
import org.speechservlet.benchmarks.control.Distribution;
import org.speechservlet.benchmarks.control.Figures;

/** What all connections measured since the last reset. Confined to the thread that serves them. */
final class Arrivals {
  private final Distribution first = new Distribution("first");
  private final Distribution forwarded = new Distribution("fwd");
  private long requests;
  private long authorized;
  private long expected;
  private long broken;
  private long damaged;
  private long bytes;

  void reset() {
    first.reset();
    forwarded.reset();
    requests = 0;
    authorized = 0;
    expected = 0;
    broken = 0;
    damaged = 0;
    bytes = 0;
  }

  void request(boolean hasToken, boolean expectsContinue) {
    requests++;
    authorized += hasToken ? 1 : 0;
    expected += expectsContinue ? 1 : 0;
  }

  /** The first byte of a stream was so long on its way. */
  void first(long nanos) {
    first.record(nanos);
  }

  /** A piece was so long on its way, to its last byte. */
  void piece(long nanos) {
    forwarded.record(nanos);
  }

  /** A piece is not what it should be. */
  void damaged() {
    damaged++;
  }

  /** A request ended before its body did. */
  void broken() {
    broken++;
  }

  void bytes(int count) {
    bytes += count;
  }

  Figures figures() {
    Map<String, Double> figures = new TreeMap<>();
    first.tell(figures);
    forwarded.tell(figures);
    figures.put("requests", (double) requests);
    figures.put("authorized", (double) authorized);
    figures.put("expected", (double) expected);
    figures.put("broken", (double) broken);
    figures.put("damaged", (double) damaged);
    figures.put("bytes", (double) bytes);
    return new Figures(figures);
  }
}
