package org.speechservlet.fault;

import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.speechservlet.upstream.ScriptedConnection;

/** The token service: answers each request with another token, if no fault comes in between. */
final class TokenPart implements PlayedPeer.Part {
  private final Cell cell;
  private final Course course;
  private final SSLSocketFactory certificate;
  private final AtomicInteger tokens = new AtomicInteger();

  TokenPart(Cell cell, Course course, SSLSocketFactory certificate) {
    this.cell = cell;
    this.course = course;
    this.certificate = certificate;
  }

  @Override
  public void play(ScriptedConnection connection, int number) throws Exception {
    boolean first = cell.party() == Party.FIRST_TOKEN;
    boolean faulty = first || (cell.party() == Party.RENEWAL && number > 0);
    int attempt = first ? number : number - 1;
    String token = "token-" + tokens.incrementAndGet();
    Blow blow = new Blow(cell, course, token);
    if (faulty && Blow.endsInTls(cell, certificate, course, connection)) {
      return;
    }
    if (faulty && blow.strikes(Stage.HEAD, attempt, connection)) {
      return;
    }
    connection.readHead();
    if (faulty
        && (blow.strikes(Stage.AWAITED, attempt, connection)
            || blow.strikes(Stage.ANSWER, attempt, connection))) {
      return;
    }
    connection.answer(200, token);
    connection.awaitEnd();
  }
}
