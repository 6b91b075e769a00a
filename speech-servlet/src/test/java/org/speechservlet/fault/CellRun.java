package org.speechservlet.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** One cell of the matrix, run: the services, the servlet and the browser, and what is left. */
final class CellRun {
  /** The time-outs of the cells are a few seconds; the rest is for a busy machine. */
  static final Duration IN_TIME = Duration.ofSeconds(25);

  /** Who plays the browser. */
  interface Player extends AutoCloseable {

    /** Plays to the end, and tells it as {@link Ending} does. */
    String play() throws Exception;

    @Override
    void close() throws IOException;
  }

  /**
   * What was seen.
   *
   * @param answer as the browser got it
   * @param totals the outcomes that the servlet has counted
   */
  record Seen(String answer, Map<String, Integer> totals, Duration time) {}

  private final Cell cell;
  private final String name;
  private final Audio audio = new Audio();
  private final Course course = new Course();
  private final Certificates certificates;

  CellRun(Cell cell, String name, Certificates certificates) {
    this.cell = cell;
    this.name = name;
    this.certificates = certificates;
  }

  Seen run() throws Exception {
    try (Scene scene = new Scene(cell, name, audio, course, certificates)) {
      if (cell.fault() == Fault.CLOSES_IDLE) {
        dictateOnceMore(scene);
      }
      Seen seen = play(scene);
      Afterwards.awaitNothing("in the container", () -> Afterwards.heldByContainer(scene.server));
      if (canServeAgain()) {
        dictateOnceMore(scene);
      }
      scene.server.undeploy();
      Afterwards.awaitNothing("undeployed", () -> Afterwards.threadsOf(name));
      return seen;
    }
  }

  private Seen play(Scene scene) throws Exception {
    try (Player player = player(scene)) {
      long started = System.nanoTime();
      String answer = cell.expected().inExpectedWords(player.play());
      Duration time = Duration.ofNanos(System.nanoTime() - started);
      course.release();
      int counted = MatrixDocument.totals(cell).size();
      Afterwards.awaitNothing("in the servlet", () -> Afterwards.heldBy(scene.server, counted));
      return new Seen(answer, Afterwards.totals(scene.server), time);
    }
  }

  private Player player(Scene scene) throws IOException {
    return cell.party() == Party.UPLOAD
        ? new UploadingBrowser(cell, audio, course, scene.server)
        : new SimpleBrowser(cell, audio, course, scene.server);
  }

  /** A service that goes wrong once, or a browser that does, spoils nothing for the next one. */
  private boolean canServeAgain() {
    return cell.party() == Party.BROWSER
        || cell.party() == Party.UPLOAD
        || cell.times() == Times.ONCE
        || (cell.party() == Party.UPSTREAM && cell.stage() != Stage.CONNECTION);
  }

  private void dictateOnceMore(Scene scene) throws Exception {
    Cell good = new Cell(Party.UPSTREAM, cell.fault(), cell.times(), cell.stage(), cell.expected());
    Course itsOwn = new Course();
    itsOwn.struck(); // The services tell the other one how far they are.
    try (Player next = new SimpleBrowser(good, audio, itsOwn, scene.server)) {
      String answer = next.play();
      if (!answer.equals("200")) {
        throw new AssertionError("the next dictation got " + answer);
      }
    }
  }
}
