package org.speechservlet.fault;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.SplittableRandom;
import org.speechservlet.servlet.RawClient;
import org.speechservlet.servlet.Tone;
import org.speechservlet.servlet.WebServer;

/** One person who dictates: sends a tenth of a second ten times a second, or goes away. */
final class SoakBrowser {
  private static final Duration A_PIECE = Duration.ofMillis(100);
  private static final int PIECE_BYTES = 3_200;

  /** Where the number of the dictation is put: the first two samples. */
  private static final int NUMBER_AT = 44;

  private static final int MISHAPS_IN_A_HUNDRED = 15;

  private enum Mishap {
    RESETS,
    CLOSES,
    SENDS_GARBAGE,
    CUTS_AN_APPEND,
    NONE
  }

  /** A dictation that ends without an answer, as its browser wants it. */
  private static final class LeftException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final WebServer server;
  private final Ledger ledger;
  private final SplittableRandom random;
  private int number;
  private byte[] wav = {};
  private Mishap mishap = Mishap.NONE;
  private int mishapAt;

  SoakBrowser(WebServer server, Ledger ledger, SplittableRandom random) {
    this.server = server;
    this.ledger = ledger;
    this.random = random;
  }

  /** Dictates once, and enters what came of it. */
  void dictate() throws Exception {
    number = ledger.begin();
    wav = Tone.wav(random.nextInt(3, 20) / 10.0);
    ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(NUMBER_AT, number);
    boolean lives = random.nextInt(100) < 40;
    mishap = draw(lives);
    mishapAt = random.nextInt(wav.length);
    try {
      RawClient.Answer answer = lives ? upload() : stream(random.nextBoolean());
      check(answer);
      ledger.ended(number, Dictating.inWords(answer));
    } catch (LeftException e) {
      ledger.left(number);
    } catch (IOException e) {
      throw new IOException(
          "dictation %d of %d bytes, as an upload: %b, browser: %s at %d; the servlet: %s"
              .formatted(
                  number, wav.length, lives, mishap, mishapAt, Afterwards.recognitions(server)),
          e);
    }
  }

  private Mishap draw(boolean lives) {
    if (random.nextInt(100) >= MISHAPS_IN_A_HUNDRED) {
      return Mishap.NONE;
    }
    return Mishap.values()[random.nextInt(lives ? 4 : 3)];
  }

  /** Whoever is understood is so in this dictation, and as a whole unless the service cut it. */
  private void check(RawClient.Answer answer) {
    if (answer.status() == 200
        && !answer.body().contains(SoakSpeechApi.words(number, wav.length) + "\"")
        && !answer.body().contains(SoakSpeechApi.words(number, -1) + "\"")) {
      throw new AssertionError(
          number + " of " + wav.length + " bytes was answered with " + answer.body());
    }
  }

  private RawClient.Answer stream(boolean chunked) throws IOException, LeftException {
    try (RawClient client = new RawClient(server)) {
      client.post(
          server,
          "Content-Type: audio/wav",
          chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + wav.length);
      for (int at = 0; at < wav.length; at += PIECE_BYTES) {
        if (client.isAnsweredWithin(A_PIECE)) {
          return client.readAnswer();
        }
        int count = Math.min(PIECE_BYTES, wav.length - at);
        if (mishap != Mishap.NONE && at + count > mishapAt) {
          return strike(client, chunked, at);
        }
        send(client, chunked, at, count);
      }
      if (chunked) {
        client.lastChunk();
      }
      return client.readAnswer();
    }
  }

  private void send(RawClient client, boolean chunked, int at, int count) throws IOException {
    if (chunked) {
      client.chunk(wav, at, count);
    } else {
      client.send(ByteBuffer.allocate(count).put(wav, at, count).array());
    }
  }

  /** Goes away once the Speech API knows of it, so that it counts. */
  private RawClient.Answer strike(RawClient client, boolean chunked, int at)
      throws IOException, LeftException {
    send(client, chunked, at, Math.min(PIECE_BYTES, wav.length - at) / 2);
    if (at == 0) {
      Dictating.awaitHeard(ledger.course(number), 1, client);
      if (client.isAnsweredWithin(A_PIECE)) {
        return client.readAnswer();
      }
    }
    if (mishap == Mishap.SENDS_GARBAGE && chunked) {
      client.send("\u0001 no size\r\n\r\n");
      client.endSending();
      boolean unused = client.isAnsweredWithin(CellRun.IN_TIME);
    } else if (mishap == Mishap.RESETS) {
      client.reset();
    }
    throw new LeftException();
  }

  private RawClient.Answer upload() throws IOException, LeftException {
    try (RawClient client = new RawClient(server)) {
      RawClient.Answer created = append(client, server.base().resolve("recognize"), "", 0);
      if (created.status() != 201) {
        return created;
      }
      URI location = server.base().resolve(created.headers().getOrDefault("Location", ""));
      return goOn(client, location, created.headers().getOrDefault("Upload-Token", ""));
    }
  }

  private RawClient.Answer goOn(RawClient client, URI location, String token)
      throws IOException, LeftException {
    for (int at = PIECE_BYTES; ; at += PIECE_BYTES) {
      boolean unused = client.isAnsweredWithin(A_PIECE);
      if (mishap != Mishap.NONE && at > mishapAt) {
        return leave(client, location, token, at);
      }
      RawClient.Answer answer = append(client, location, token, at);
      if (answer.status() != 204) {
        return answer;
      }
    }
  }

  private RawClient.Answer append(RawClient client, URI target, String token, int at)
      throws IOException {
    int count = Math.max(0, Math.min(PIECE_BYTES, wav.length - at));
    begin(client, target, token, at, count, at + count >= wav.length && at > 0);
    return client.send(ByteBuffer.allocate(count).put(wav, at, count).array()).readAnswer();
  }

  private static void begin(
      RawClient client, URI target, String token, int at, int count, boolean last)
      throws IOException {
    client.request(
        token.isEmpty() ? "POST" : "PATCH",
        target,
        "Content-Type: " + (token.isEmpty() ? "audio/wav" : "application/partial-upload"),
        "Upload-Complete: " + (last ? "?1" : "?0"),
        "Upload-Offset: " + at,
        "Upload-Token: " + token,
        "Content-Length: " + count);
  }

  private RawClient.Answer leave(RawClient client, URI location, String token, int at)
      throws IOException, LeftException {
    if (mishap == Mishap.CUTS_AN_APPEND || at >= wav.length) {
      return goOnAfterCut(client, location, token, at);
    }
    if (mishap == Mishap.RESETS) {
      client.reset();
      throw new LeftException();
    }
    client.request("DELETE", location, "Upload-Token: " + token);
    client.readAnswer();
    throw new LeftException();
  }

  private RawClient.Answer goOnAfterCut(RawClient cut, URI location, String token, int at)
      throws IOException {
    int count = Math.max(0, Math.min(PIECE_BYTES, wav.length - at));
    begin(cut, location, token, at, count, at + count >= wav.length);
    cut.send(ByteBuffer.allocate(count / 2).put(wav, at, count / 2).array()).reset();
    RawClient.Answer answer = sendRest(location, token);
    while (answer.status() == 409) { // What was cut has come after all.
      answer = sendRest(location, token);
    }
    return answer;
  }

  /** Asks how far it has come and sends what is left, or nothing to get the answer again. */
  private RawClient.Answer sendRest(URI location, String token) throws IOException {
    try (RawClient next = new RawClient(server)) {
      next.request("HEAD", location, "Upload-Token: " + token);
      RawClient.Answer progress = next.readAnswer();
      int offset = Integer.parseInt(progress.headers().getOrDefault("Upload-Offset", "0"));
      begin(next, location, token, offset, wav.length - offset, true);
      byte[] rest =
          ByteBuffer.allocate(wav.length - offset).put(wav, offset, wav.length - offset).array();
      return next.send(rest).readAnswer();
    }
  }
}
