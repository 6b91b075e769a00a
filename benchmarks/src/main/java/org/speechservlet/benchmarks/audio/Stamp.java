package org.speechservlet.benchmarks.audio;

import java.nio.ByteBuffer;

/**
 * What stands in the place of some samples of each piece: its number and when it was due. {@link
 * System#nanoTime} is the same clock in all processes of one machine (Linux: CLOCK_MONOTONIC), so
 * that whoever gets the piece knows how long it was on its way.
 *
 * @param sequence the number of the piece in its stream, from 0
 * @param dueNanos by {@link System#nanoTime}
 */
public record Stamp(int sequence, long dueNanos) {

  /** Its length in bytes. */
  public static final int BYTES = 16;

  private static final int MAGIC = 0x53_54_4D_50;

  /** Writes one, big-endian. */
  static void write(ByteBuffer target, int at, int sequence, long dueNanos) {
    target.putInt(at, MAGIC).putInt(at + 4, sequence).putLong(at + 8, dueNanos);
  }

  /** Whether there is one. */
  public static boolean isAt(ByteBuffer source, int at) {
    return source.getInt(at) == MAGIC;
  }

  /** Reads one. */
  public static Stamp read(ByteBuffer source, int at) {
    return new Stamp(source.getInt(at + 4), source.getLong(at + 8));
  }
}
