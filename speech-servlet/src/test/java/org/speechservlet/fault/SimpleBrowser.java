package org.speechservlet.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.speechservlet.servlet.RawClient;
import org.speechservlet.servlet.WebServer;

/** A browser that sends its audio in one request, with the fault of its cell if it is its fault. */
final class SimpleBrowser implements CellRun.Player {
  private static final int SMALL_BUFFER_BYTES = 4 * 1024;

  /** Beyond what there is to send. */
  private static final int LIE_BYTES = 1_000;

  private final Cell cell;
  private final Audio audio;
  private final Course course;
  private final RawClient client;
  private final WebServer server;

  SimpleBrowser(Cell cell, Audio audio, Course course, WebServer server) throws IOException {
    this.cell = cell;
    this.audio = audio;
    this.course = course;
    this.server = server;
    this.client =
        isAt(Stage.ANSWER) ? new RawClient(server, SMALL_BUFFER_BYTES) : new RawClient(server);
  }

  private boolean isAt(Stage stage) {
    return cell.party() == Party.BROWSER && cell.stage() == stage;
  }

  @Override
  public String play() throws Exception {
    if (isAt(Stage.HEAD)) {
      client.send("POST " + server.base().resolve("recognize").getPath() + " HTTP/1.1\r\nHost");
      return strike();
    }
    client.post(server, head());
    if (isAt(Stage.CONTINUE)) {
      course.awaitRequest();
      return strike();
    }
    return speak();
  }

  private String[] head() {
    List<String> fields = new ArrayList<>(List.of("Content-Type: audio/wav"));
    if (isAt(Stage.CONTINUE) && cell.fault() != Fault.DRIPS && cell.fault() != Fault.GARBAGE) {
      fields.add("Expect: 100-continue");
    }
    fields.add(isChunked() ? "Transfer-Encoding: chunked" : "Content-Length: " + announcedBytes());
    return fields.toArray(String[]::new);
  }

  private boolean isChunked() {
    return cell.party() != Party.BROWSER
        || !(cell.fault() == Fault.SENDS_LESS || cell.fault() == Fault.SENDS_MORE);
  }

  private int announcedBytes() {
    return cell.fault() == Fault.SENDS_LESS
        ? audio.length() + LIE_BYTES
        : audio.until(cell.stage()) - LIE_BYTES;
  }

  private String speak() throws Exception {
    int sent = 0;
    for (Stage stage : Audio.STAGES) {
      int until = audio.until(stage);
      send(audio.part(sent, until));
      sent = until;
      Dictating.awaitHeard(course, sent, client);
      if (isAt(stage)) {
        return strike();
      }
    }
    if (isChunked()) {
      client.lastChunk();
    }
    Dictating.awaitHeard(course, Audio.ALL, client);
    return isAt(Stage.AWAITED) || isAt(Stage.ANSWER) ? strike() : Dictating.answer(client);
  }

  private void send(byte[] piece) throws IOException {
    try {
      if (isChunked()) {
        client.chunk(piece, 0, piece.length);
      } else {
        client.send(piece);
      }
    } catch (IOException e) {
      // The answer, if there is one, tells why.
    }
  }

  private String strike() throws Exception {
    if (isAt(Stage.ANSWER)) {
      boolean begun = client.isAnsweredWithin(CellRun.IN_TIME);
      if (!begun) {
        return "nothing";
      }
    } else if (cell.stage() == Stage.FIRST || cell.stage() == Stage.MIDDLE) {
      cutPiece();
    }
    return switch (cell.fault()) {
      case RESETS, CLOSES -> leave();
      case STALLS -> isAt(Stage.ANSWER) ? "nobody there" : ended();
      case DRIPS -> {
        course.release();
        Dictating.drip(client, isAt(Stage.CONTINUE) || cell.stage() == Stage.LAST);
        yield Dictating.answer(client);
      }
      case SENDS_LESS -> {
        client.endSending();
        yield ended();
      }
      case SENDS_MORE -> ended();
      case GARBAGE -> {
        client.send("\u0001 no size\r\n\r\n");
        yield ended();
      }
      default -> throw new IllegalStateException("not a fault of a browser: " + cell);
    };
  }

  /** Begins another piece, to be in the middle of it. */
  private void cutPiece() throws IOException {
    if (isChunked() && cell.fault() != Fault.GARBAGE) {
      client.send("1000\r\n").send(new byte[100]);
    }
  }

  private String leave() throws IOException {
    Dictating.leave(cell.fault(), client);
    course.release();
    return cell.stage() == Stage.HEAD ? "nothing" : "nobody there";
  }

  private String ended() throws IOException {
    course.release();
    return Dictating.answer(client);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
