package org.speechservlet.fault;

import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.speechservlet.upstream.ScriptedConnection;

/** The Speech API: agrees, hears all of the audio, answers, if no fault comes in between. */
final class SpeechApiPart implements PlayedPeer.Part {
  private static final String WORDS = "It works.";

  /** Tells so exactly how much it has heard; every length here is a multiple of it. */
  private static final int STEP_BYTES = 4;

  /** Much more than the buffers of two sockets take. */
  private static final int LONG_ANSWER_BYTES = 200 * 1024;

  private final Cell cell;
  private final Audio audio;
  private final Course course;
  private final Blow blow;
  private final SSLSocketFactory certificate;
  private @Nullable String refusedToken;

  SpeechApiPart(Cell cell, Audio audio, Course course, SSLSocketFactory certificate) {
    this.cell = cell;
    this.audio = audio;
    this.course = course;
    this.blow = new Blow(cell, course, json(WORDS));
    this.certificate = certificate;
  }

  private static String json(String words) {
    return "{\"RecognitionStatus\":\"Success\",\"DisplayText\":\"" + words + "\"}";
  }

  private boolean isOfBrowser() {
    return cell.party() == Party.BROWSER || cell.party() == Party.UPLOAD;
  }

  private boolean isFaulty() {
    return cell.party() == Party.UPSTREAM;
  }

  @Override
  public void play(ScriptedConnection connection, int number) throws Exception {
    if (isFaulty() && Blow.endsInTls(cell, certificate, course, connection)) {
      return;
    }
    if (strikes(Stage.HEAD, number, connection)) {
      return;
    }
    while (answers(connection, number)) {
      if (cell.fault() == Fault.CLOSES_IDLE && number == 0) {
        return;
      }
    }
  }

  /** Serves one request, and says whether the connection is good for another one. */
  private boolean answers(ScriptedConnection connection, int number) throws Exception {
    String token = connection.readHead().field("Authorization").orElse("");
    if (cell.party() == Party.RENEWAL && refuses(token)) {
      connection.answer(401, "");
      return true;
    }
    course.heard(0);
    if (cell.party() == Party.BROWSER && cell.stage() == Stage.CONTINUE) {
      course.awaitRelease();
    }
    if (strikes(Stage.CONTINUE, number, connection)) {
      return false;
    }
    connection.agree();
    return hears(connection, number) && tells(connection, number);
  }

  private synchronized boolean refuses(String token) {
    if (refusedToken == null) {
      refusedToken = token;
    }
    return refusedToken.equals(token);
  }

  private boolean hears(ScriptedConnection connection, int number) throws Exception {
    if (cell.fault() == Fault.SENDS_MORE) {
      hearWhatComes(connection);
      return true;
    }
    int heard = 0;
    for (Stage stage : Audio.STAGES) {
      for (; heard < audio.until(stage); heard += STEP_BYTES) {
        connection.readBody(STEP_BYTES);
        course.heard(heard + STEP_BYTES);
      }
      if (strikes(stage, number, connection)) {
        return false;
      }
    }
    connection.readBodyToEnd();
    course.heard(Audio.ALL);
    return true;
  }

  private void hearWhatComes(ScriptedConnection connection) throws Exception {
    int heard = 0;
    for (byte[] chunk = connection.readChunk(); chunk.length > 0; chunk = connection.readChunk()) {
      heard += chunk.length;
      course.heard(heard);
    }
    course.heard(Audio.ALL);
  }

  private boolean tells(ScriptedConnection connection, int number) throws Exception {
    if (strikes(Stage.AWAITED, number, connection) || strikes(Stage.ANSWER, number, connection)) {
      return false;
    }
    if (isOfBrowser() && cell.stage() == Stage.AWAITED) {
      course.awaitRelease();
    }
    boolean isLong = cell.party() == Party.BROWSER && cell.stage() == Stage.ANSWER;
    connection.answer(200, json(isLong ? WORDS.repeat(LONG_ANSWER_BYTES / WORDS.length()) : WORDS));
    return true;
  }

  private boolean strikes(Stage stage, int number, ScriptedConnection connection) throws Exception {
    return isFaulty() && blow.strikes(stage, number, connection);
  }
}
