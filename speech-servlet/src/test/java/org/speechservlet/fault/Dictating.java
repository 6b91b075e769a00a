package org.speechservlet.fault;

import jakarta.json.Json;
import jakarta.json.JsonException;
import java.io.IOException;
import java.io.StringReader;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.speechservlet.servlet.RawClient;

/** What browsers have in common that have a fault, or none. */
final class Dictating {
  private static final Duration A_MOMENT = Duration.ofMillis(10);
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private Dictating() {}

  /** Reads an answer, and tells it as {@link Ending} does. */
  static String answer(RawClient browser) throws IOException {
    try {
      RawClient.Answer answer = browser.readAnswer();
      return inWords(answer.status() == 100 ? browser.readAnswer() : answer);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return "nothing";
    }
  }

  static String inWords(RawClient.Answer answer) {
    return (answer.status() + " " + type(answer)).strip();
  }

  private static String type(RawClient.Answer answer) {
    if (!answer.headers().getOrDefault("Content-Type", "").startsWith("application/problem+json")) {
      return "";
    }
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject().getString("type");
    } catch (JsonException e) {
      return "with a broken problem: " + answer.body();
    }
  }

  /** Waits until so much was heard, or will never be, as the answer is here. */
  static void awaitHeard(Course course, int bytes, RawClient browser) {
    try {
      while (!course.hasHeard(bytes) && !browser.isAnsweredWithin(A_MOMENT)) {
        // Both are waited for.
      }
    } catch (IOException e) {
      // The connection has ended: whoever reads the answer tells.
    }
  }

  /** Ends the connection as the fault says. */
  static void leave(Fault fault, RawClient browser) throws IOException {
    if (fault == Fault.RESETS) {
      browser.reset();
    } else {
      browser.sayGoodbye();
    }
  }

  /** Sends a byte each second, until there is an answer. */
  static void drip(RawClient browser, boolean chunked) throws IOException {
    byte[] drop = new byte[1];
    while (!browser.isAnsweredWithin(A_SECOND)) {
      if (chunked) {
        browser.chunk(drop, 0, 1);
      } else {
        browser.send(drop);
      }
    }
  }
}
