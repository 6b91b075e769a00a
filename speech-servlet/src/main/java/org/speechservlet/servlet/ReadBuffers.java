package org.speechservlet.servlet;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Arrays to read uploads into. An upload needs one only while somebody reads from it, so that
 * thousands of them, which mostly wait, share a few. Thread-safe.
 */
final class ReadBuffers {
  /** Half a second of 16 kHz PCM: live audio fits in one read, and a file takes few. */
  static final int BYTES = 16 * 1024;

  private static final int MAX_SPARE = 32;

  private final Queue<byte[]> spare = new ArrayBlockingQueue<>(MAX_SPARE);

  /** Lends an array; what it holds is somebody else's old audio. */
  byte[] take() {
    byte[] used = spare.poll();
    return used != null ? used : new byte[BYTES];
  }

  /** Takes it back; one that is too many is left to the garbage collector. */
  void giveBack(byte[] buffer) {
    spare.offer(buffer);
  }
}
