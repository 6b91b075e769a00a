package org.speechservlet.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.speechservlet.upstream.ScriptedConnection;

/** Understands each dictation as its number, and goes wrong in some way now and then. */
final class SoakSpeechApi implements PlayedPeer.Part {
  private static final int MISHAPS_IN_A_HUNDRED = 12;

  /** The head of a WAV file, and the number of the dictation behind it. */
  private static final int HEAD_BYTES = 44 + Integer.BYTES;

  private enum Mishap {
    RESET,
    CLOSE,
    GARBAGE,
    UNAVAILABLE,
    BUSY,
    HALF_ANSWER,
    EARLY_ANSWER,
    REFUSAL,
    STALL,
    NONE;

    static final List<Mishap> USUAL =
        List.of(RESET, CLOSE, GARBAGE, UNAVAILABLE, BUSY, HALF_ANSWER, EARLY_ANSWER);

    /** A refusal costs a token, and a stall costs the whole time-out. */
    static final List<Mishap> RARE = List.of(REFUSAL, STALL);
  }

  private final Ledger ledger;
  private final SoakTokens tokens;
  private final long seed;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger expired = new AtomicInteger();

  SoakSpeechApi(Ledger ledger, SoakTokens tokens, long seed) {
    this.ledger = ledger;
    this.tokens = tokens;
    this.seed = seed;
  }

  /** How often a token came that had ended. */
  int expiredTokens() {
    return expired.get();
  }

  @Override
  public void play(ScriptedConnection connection, int number) throws Exception {
    while (serves(connection)) {
      ledger.requestedUpstream();
    }
    ledger.requestedUpstream();
  }

  private static Mishap draw(SplittableRandom random) {
    if (random.nextInt(100) >= MISHAPS_IN_A_HUNDRED) {
      return Mishap.NONE;
    }
    List<Mishap> these = random.nextInt(20) == 0 ? Mishap.RARE : Mishap.USUAL;
    return these.get(random.nextInt(these.size()));
  }

  /** Serves one request, and says whether the connection is good for another one. */
  private boolean serves(ScriptedConnection connection) throws Exception {
    String token = connection.readHead().field("Authorization").orElse("");
    if (!tokens.isGood(token)) {
      expired.incrementAndGet();
      connection.answer(401, "");
      return true;
    }
    SplittableRandom random = new SplittableRandom(seed + requests.incrementAndGet());
    Mishap mishap = draw(random);
    int when = random.nextInt(4);
    if (when == 0 && mishap != Mishap.NONE && mishap != Mishap.EARLY_ANSWER) {
      return strike(mishap, connection, "");
    }
    connection.agree();
    return hears(connection, mishap, when);
  }

  private boolean hears(ScriptedConnection connection, Mishap mishap, int when) throws Exception {
    byte[] head = connection.readBody(HEAD_BYTES);
    int number = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(HEAD_BYTES - 4);
    ledger.course(number).heard(HEAD_BYTES);
    if (mishap == Mishap.EARLY_ANSWER) {
      ledger.answeredUpstream(number);
      connection.answer(200, json(number, -1), "Connection: close");
      connection.endOutput();
      connection.awaitEnd();
      return false;
    }
    if (when == 1 && mishap != Mishap.NONE) {
      return strike(mishap, connection, json(number, -1));
    }
    int bytes = HEAD_BYTES + connection.readBodyToEnd().length;
    if (mishap != Mishap.NONE) {
      return strike(mishap, connection, json(number, bytes));
    }
    connection.answer(200, json(number, bytes));
    ledger.answeredUpstream(number);
    return true;
  }

  /** The words of a dictation: its number, and how much was heard, or -1 if that was not all. */
  static String words(int number, int bytes) {
    return "number " + number + " of " + bytes;
  }

  private static String json(int number, int bytes) {
    return "{\"RecognitionStatus\":\"Success\",\"DisplayText\":\"" + words(number, bytes) + "\"}";
  }

  private static boolean strike(Mishap mishap, ScriptedConnection connection, String answer)
      throws IOException {
    switch (mishap) {
      case RESET -> {
        connection.reset();
        return false;
      }
      case CLOSE -> connection.endOutput();
      case GARBAGE -> connection.send("\u0001 no HTTP\r\n\r\n");
      case UNAVAILABLE -> connection.answer(503, "", "Connection: close");
      case BUSY -> connection.answer(429, "", "Connection: close");
      case REFUSAL -> connection.answer(401, "", "Connection: close");
      case HALF_ANSWER ->
          connection.send(
              "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
                  + answer.substring(0, answer.length() / 2));
      default -> {
        // Nothing comes any more.
      }
    }
    if (mishap != Mishap.STALL && mishap != Mishap.CLOSE) {
      connection.endOutput();
    }
    connection.awaitEnd();
    return false;
  }
}
