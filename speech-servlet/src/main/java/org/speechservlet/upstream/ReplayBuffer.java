package org.speechservlet.upstream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

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

  static final int SEGMENT_BYTES = 4 * 1024;

  /** Where sent bytes go: takes what it can now and returns how many bytes that were. */
  interface Outlet {
    int write(ByteBuffer bytes) throws IOException;
  }

  /**
   * One pass over the audio, from its first byte. It ends when the buffer is rewound or played
   * anew: a request that was given up, and may still be writing, then finds nothing more to send.
   */
  final class Playback {
    private Playback() {}

    /**
     * Sends what the outlet takes.
     *
     * @return the number of bytes sent
     */
    long sendTo(Outlet outlet) throws IOException {
      synchronized (ReplayBuffer.this) {
        return isCurrent() ? send(outlet) : 0;
      }
    }

    boolean hasUnsent() {
      synchronized (ReplayBuffer.this) {
        return isCurrent() && unsent() > 0;
      }
    }

    /** Whether every byte there will ever be was sent. */
    boolean isDrained() {
      synchronized (ReplayBuffer.this) {
        return isCurrent() && complete && unsent() == 0;
      }
    }

    private boolean isCurrent() {
      return playback == this;
    }
  }

  private static final class Segment {
    final byte[] bytes = new byte[SEGMENT_BYTES];
    int length;

    int room() {
      return SEGMENT_BYTES - length;
    }
  }

  private final ReplayBudget budget;
  private final int maxReplayBytes;
  private final Deque<Segment> segments = new ArrayDeque<>();

  private @Nullable Playback playback;

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

  /**
   * Copies all of the bytes; after {@link #release()} it leaves them where they are. What fits into
   * one segment is not cut, so that it goes into the connection by one write.
   */
  synchronized void append(ByteBuffer audio) {
    while (audio.hasRemaining() && !released) {
      Segment last = segments.peekLast();
      if (last == null || last.room() < Math.min(audio.remaining(), SEGMENT_BYTES)) {
        last = addSegment();
      }
      int count = Math.min(audio.remaining(), last.room());
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

  /**
   * Starts a pass over all the audio, and ends the one before.
   *
   * @throws IllegalStateException if bytes that were sent are no longer held
   */
  synchronized Playback play() {
    if (!rewind()) {
      throw new IllegalStateException("The first " + dropped + " bytes of audio are not held");
    }
    Playback next = new Playback();
    playback = next;
    return next;
  }

  /**
   * Goes back to the first byte, if that is still held; ends the playback in any case.
   *
   * @return false if bytes that were sent are no longer held
   */
  synchronized boolean rewind() {
    playback = null;
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

  /** Frees everything. Later bytes are ignored. */
  synchronized void release() {
    if (!released) {
      stopKeeping();
      released = true;
      playback = null;
      segments.clear();
      held = 0;
      sentAndHeld = 0;
    }
  }

  private long send(Outlet outlet) throws IOException {
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

  /** Gives up the possibility of a replay, and with it the bytes that were sent. */
  private void stopKeeping() {
    keeping = false;
    budget.release(reserved);
    reserved = 0;
    dropSent();
  }

  private void dropSent() {
    Segment first = segments.peekFirst();
    while (first != null && first != segments.peekLast() && sentAndHeld >= first.length) {
      segments.removeFirst();
      drop(first);
      first = segments.peekFirst();
    }
    if (first != null && unsent() == 0) {
      drop(first);
      first.length = 0; // It serves the next piece: live audio makes no garbage.
    }
  }

  private void drop(Segment sent) {
    sentAndHeld -= sent.length;
    dropped += sent.length;
    held -= sent.length;
  }

  private long unsent() {
    return held - sentAndHeld;
  }
}
