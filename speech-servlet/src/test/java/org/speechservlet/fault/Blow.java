package org.speechservlet.fault;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.speechservlet.upstream.ScriptedConnection;

/** A fault of a service, as it happens on its connection. */
final class Blow {
  private static final String GARBAGE = "\u0000\u0001 no HTTP \u0002\r\n\r\n";

  /** Long for a handshake, and short for the connect timeout. */
  private static final int SLOWNESS_MILLIS = 700;

  private final Cell cell;
  private final Course course;
  private final String answer;

  /**
   * @param answer what the service answers when all is well
   */
  Blow(Cell cell, Course course, String answer) {
    this.cell = cell;
    this.course = course;
    this.answer = answer;
  }

  /** Whether the fault happens now, and the connection is over with it. */
  boolean strikes(Stage now, int number, ScriptedConnection connection) throws Exception {
    if (cell.stage() != now || number >= cell.times().count || course.isReleased()) {
      return false;
    }
    course.struck();
    if (now == Stage.ANSWER) {
      connection.send(
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
              + Integer.toHexString(answer.length())
              + "\r\n"
              + answer.substring(0, answer.length() / 2));
    }
    strike(connection);
    return true;
  }

  private void strike(ScriptedConnection connection) throws IOException {
    switch (cell.fault()) {
      case RESETS -> connection.reset();
      case CLOSES -> connection.endOutput();
      case STALLS -> {}
      case HALF_ANSWER -> {
        connection.send(
            "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(answer.length(), answer.substring(0, answer.length() / 2)));
        connection.endOutput();
      }
      case EARLY_ANSWER -> answerAndClose(connection, 200, answer);
      case EARLY_401 -> answerAndClose(connection, 401, "");
      case EARLY_503 -> answerAndClose(connection, 503, "");
      case GARBAGE -> {
        connection.send(cell.stage() == Stage.ANSWER ? "\r\nno size\r\n" : GARBAGE);
        connection.endOutput();
      }
      default -> throw new IllegalStateException("not a fault of a service: " + cell);
    }
    if (cell.fault() != Fault.RESETS) {
      connection.awaitEnd();
    }
  }

  private static void answerAndClose(ScriptedConnection connection, int status, String body)
      throws IOException {
    connection.answer(status, body, "Connection: close");
    connection.endOutput();
  }

  /** Speaks TLS from here on, if it does; says whether that is the end of it. */
  static boolean endsInTls(
      Cell cell, SSLSocketFactory certificate, Course course, ScriptedConnection connection)
      throws Exception {
    if (!cell.fault().concernsTls()) {
      return false;
    }
    course.struck();
    if (cell.fault() == Fault.NO_TLS) {
      connection.awaitEnd();
      return true;
    }
    if (cell.fault() == Fault.SLOW_TLS) {
      boolean unused = new CountDownLatch(1).await(SLOWNESS_MILLIS, TimeUnit.MILLISECONDS);
    }
    connection.startTls(certificate);
    return false;
  }
}
