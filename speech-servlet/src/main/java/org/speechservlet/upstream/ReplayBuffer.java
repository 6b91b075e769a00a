package org.speechservlet.upstream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The audio of one recognition between the browser and the Speech API: what was not sent yet, and,
 * as long as it is affordable, what was sent already, so that it can be sent once more.
 *
 * <p>Holds at most the window that the writer keeps to (see {@link #hasRoom()}) and what it keeps
 * for a replay: up to the bound of one recognition, as far as the {@link ReplayBudget} of the
 * application allows. Beyond either, sent bytes are dropped and {@link #rewind()} says no.
 *
 * <p>Thread-safe: one thread appends while another one writes to the connection.
 */
final class ReplayBuffer {
  /** One second of 16 kHz mono PCM: enough to ride out a scheduling hiccup on either side. */
  static final int WINDOW_BYTES = 32 * 1024;

  private static final int SEGMENT_BYTES = 4 * 1024;

  /** Where sent bytes go: takes what it can now and returns how many bytes that were. */
  interface Outlet {
    int write(ByteBuffer bytes) throws IOException;
  }

  private static final class Segment {
    final byte[] bytes = new byte[SEGMENT_BYTES];
    int length;
  }

  private final ReplayBudget budget;
  private final int maxReplayBytes;
  private final Deque<Segment> segments = new ArrayDeque<>();

  /** Sent bytes within the segments still held; unsent ones follow. */
  private long sentAndHeld;

  private long held;
  private long dropped;
  private long reserved;
  private boolean keeping = true;
  private boolean complete;
  private boolean released;

  ReplayBuffer(ReplayBudget budget, int maxReplayBytes) {
    this.budget = budget;
    this.maxReplayBytes = maxReplayBytes;
  }

  synchronized void append(ByteBuffer audio) {
    while (audio.hasRemaining() && !released) {
      Segment last = segments.peekLast();
      if (last == null || last.length == SEGMENT_BYTES) {
        last = addSegment();
      }
      int count = Math.min(audio.remaining(), SEGMENT_BYTES - last.length);
      audio.get(last.bytes, last.length, count);
      last.length += count;
      held += count;
    }
  }

  private Segment addSegment() {
    Segment segment = new Segment();
    segments.addLast(segment);
    if (keeping) {
      if (reserved + SEGMENT_BYTES <= maxReplayBytes && budget.tryReserve(SEGMENT_BYTES)) {
        reserved += SEGMENT_BYTES;
      } else {
        stopKeeping();
      }
    }
    return segment;
  }

  /** Marks the end of the audio: nothing will be appended. */
  synchronized void complete() {
    complete = true;
  }

  /** Whether the writer should go on: false while a whole window waits to be sent. */
  synchronized boolean hasRoom() {
    return unsent() < WINDOW_BYTES;
  }

  synchronized boolean hasUnsent() {
    return unsent() > 0;
  }

  /** Whether every byte there will ever be was sent. */
  synchronized boolean isDrained() {
    return complete && unsent() == 0;
  }

  /**
   * Sends what the outlet takes.
   *
   * @return the number of bytes sent
   */
  synchronized long sendTo(Outlet outlet) throws IOException {
    long total = 0;
    long skip = sentAndHeld;
    for (Segment segment : segments) {
      if (skip >= segment.length) {
        skip -= segment.length;
        continue;
      }
      int count = segment.length - (int) skip;
      int sent = outlet.write(ByteBuffer.wrap(segment.bytes, (int) skip, count));
      total += sent;
      if (sent < count) {
        break;
      }
      skip = 0;
    }
    sentAndHeld += total;
    if (!keeping) {
      dropSent();
    }
    return total;
  }

  /**
   * Goes back to the first byte.
   *
   * @return false if bytes that were sent are no longer held
   */
  synchronized boolean rewind() {
    if (!isReplayable()) {
      return false;
    }
    sentAndHeld = 0;
    return true;
  }

  /** Whether every byte that was sent is still held. */
  synchronized boolean isReplayable() {
    return dropped == 0 && !released;
  }

  /** Gives up the possibility of a replay, and with it the bytes that were sent. */
  synchronized void stopKeeping() {
    keeping = false;
    budget.release(reserved);
    reserved = 0;
    dropSent();
  }

  /** Frees everything. Later bytes are ignored. */
  synchronized void release() {
    if (!released) {
      stopKeeping();
      released = true;
      segments.clear();
      held = 0;
      sentAndHeld = 0;
    }
  }

  private void dropSent() {
    Segment first = segments.peekFirst();
    while (first != null && sentAndHeld >= first.length && first.length == SEGMENT_BYTES) {
      segments.removeFirst();
      sentAndHeld -= first.length;
      dropped += first.length;
      held -= first.length;
      first = segments.peekFirst();
    }
  }

  private long unsent() {
    return held - sentAndHeld;
  }
}
