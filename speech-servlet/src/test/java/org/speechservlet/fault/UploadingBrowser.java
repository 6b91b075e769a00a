package org.speechservlet.fault;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.speechservlet.servlet.RawClient;
import org.speechservlet.servlet.WebServer;

/**
 * A browser that sends its audio in three requests while somebody speaks. One of them has a fault;
 * the browser then asks for the offset and goes on, as the page does.
 */
final class UploadingBrowser implements CellRun.Player {
  private static final int CUT_BYTES = 100;

  private final Cell cell;
  private final Audio audio;
  private final Course course;
  private final WebServer server;
  private final RawClient faulty;
  private @Nullable URI location;
  private String token = "";

  UploadingBrowser(Cell cell, Audio audio, Course course, WebServer server) throws IOException {
    this.cell = cell;
    this.audio = audio;
    this.course = course;
    this.server = server;
    this.faulty = new RawClient(server);
  }

  @Override
  public String play() throws Exception {
    if (cell.stage() == Stage.FIRST) {
      begin(faulty, "POST", server.base().resolve("recognize"), "?0", 0, audio.until(Stage.FIRST));
      return strike(0, audio.until(Stage.FIRST));
    }
    create();
    String atFault = append();
    return atFault + ", then " + finish();
  }

  private void create() throws Exception {
    int until = audio.until(Stage.FIRST);
    try (RawClient client = new RawClient(server)) {
      begin(client, "POST", server.base().resolve("recognize"), "?0", 0, until);
      RawClient.Answer answer = client.send(audio.part(0, until)).readAnswer();
      if (answer.status() != 201) {
        throw new AssertionError("not created: " + answer);
      }
      location = server.base().resolve(answer.headers().getOrDefault("Location", ""));
      token = answer.headers().getOrDefault("Upload-Token", "");
    }
  }

  /** Sends what has the fault: a piece in the middle, or all that is left. */
  private String append() throws Exception {
    boolean inTheMiddle = cell.stage() == Stage.MIDDLE || cell.stage() == Stage.CONTINUE;
    int from = audio.until(Stage.FIRST);
    int until = audio.until(inTheMiddle ? Stage.MIDDLE : Stage.LAST);
    begin(faulty, "PATCH", uri(), inTheMiddle ? "?0" : "?1", from, until);
    return strike(from, until);
  }

  private URI uri() {
    if (location == null) {
      throw new IllegalStateException("there is no upload yet");
    }
    return location;
  }

  private void begin(
      RawClient client, String method, URI target, String complete, int from, int until)
      throws IOException {
    client.request(
        method,
        target,
        "Content-Type: " + (method.equals("POST") ? "audio/wav" : "application/partial-upload"),
        "Upload-Offset: " + from,
        "Upload-Complete: " + complete,
        "Upload-Token: " + token,
        length(client, until - from));
  }

  private String length(RawClient client, int bytes) {
    if (client != faulty) {
      return "Content-Length: " + bytes;
    }
    return switch (cell.fault()) {
      case GARBAGE -> "Transfer-Encoding: chunked";
      case SENDS_MORE -> "Content-Length: " + (bytes - CUT_BYTES);
      default -> "Content-Length: " + bytes;
    };
  }

  private String strike(int from, int until) throws Exception {
    boolean all = cell.stage() == Stage.AWAITED || cell.stage() == Stage.ANSWER;
    int sent = all || cell.fault() == Fault.SENDS_MORE ? until : until - CUT_BYTES;
    if (cell.stage() != Stage.CONTINUE) {
      byte[] part = audio.part(from, sent);
      if (cell.fault() == Fault.GARBAGE) {
        faulty.chunk(part, 0, part.length);
      } else {
        faulty.send(part);
      }
      Dictating.awaitHeard(course, all ? Audio.ALL : sent, faulty);
    }
    if (cell.stage() == Stage.ANSWER) {
      boolean unused = faulty.isAnsweredWithin(CellRun.IN_TIME);
    }
    return switch (cell.fault()) {
      case RESETS, CLOSES -> {
        Dictating.leave(cell.fault(), faulty);
        course.release();
        yield "nobody there";
      }
      case DRIPS -> {
        Dictating.drip(faulty, false);
        yield Dictating.answer(faulty);
      }
      case SENDS_LESS -> Dictating.answer(faulty.endSending());
      case GARBAGE -> Dictating.answer(faulty.send("\u0001 no size\r\n\r\n"));
      default -> Dictating.answer(faulty);
    };
  }

  /** Asks how far it has come and sends the rest, if something is to be sent. */
  private String finish() throws Exception {
    course.release();
    try (RawClient client = new RawClient(server)) {
      client.request("HEAD", uri(), "Upload-Token: " + token);
      RawClient.Answer progress = client.readAnswer();
      int offset = Integer.parseInt(progress.headers().getOrDefault("Upload-Offset", "0"));
      begin(client, "PATCH", uri(), "?1", offset, audio.length());
      client.send(audio.part(offset, audio.length()));
      return Dictating.answer(client);
    }
  }

  @Override
  public void close() throws IOException {
    faulty.close();
  }
}
