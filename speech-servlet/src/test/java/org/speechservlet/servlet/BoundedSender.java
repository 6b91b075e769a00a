package org.speechservlet.servlet;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Sends chunks as fast as the connection takes them, up to a bound, on a thread of its own. */
final class BoundedSender {
  private final RawClient browser;
  private final byte[] audio;
  private final long boundBytes;
  private final AtomicLong sent = new AtomicLong();

  BoundedSender(RawClient browser, byte[] audio, long boundBytes) {
    this.browser = browser;
    this.audio = audio;
    this.boundBytes = boundBytes;
  }

  void start() {
    Thread thread = new Thread(this::run, "bounded-sender");
    thread.setDaemon(true);
    thread.start();
  }

  long sentBytes() {
    return sent.get();
  }

  private void run() {
    try {
      while (sent.get() < boundBytes) {
        browser.chunk(audio, 0, audio.length);
        sent.addAndGet(audio.length);
      }
    } catch (IOException e) {
      // The server has closed the connection: that is what the test waits for.
    }
  }
}
