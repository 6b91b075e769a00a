package org.speechservlet.browser.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bytes that arrive when the link's schedule says so, in their order. */
final class ScheduledLane implements Lane {

  private static final int PACKET_BYTES = 1448;

  /** What may be on its way: more than the link holds, less than would hide how slow it is. */
  private static final int PACKETS_ON_THEIR_WAY = 48;

  private final LinkSchedule schedule;
  private final long openNanos;
  private final DelayQueue<Packet> packets = new DelayQueue<>();
  private final Semaphore room = new Semaphore(PACKETS_ON_THEIR_WAY);

  ScheduledLane(LinkSchedule schedule, long openNanos) {
    this.schedule = schedule;
    this.openNanos = openNanos;
  }

  @Override
  public void carry(InputStream from, OutputStream to) throws IOException, InterruptedException {
    Connection.inBackground("packets", () -> send(from));
    for (Packet packet = packets.take(); packet.bytes.length > 0; packet = packets.take()) {
      room.release();
      to.write(packet.bytes);
    }
  }

  /** The last packet is empty, and stands for the end. */
  private void send(InputStream from) throws InterruptedException {
    long number = 0;
    byte[] bytes;
    do {
      bytes = readFrom(from);
      room.acquire();
      packets.add(new Packet(number++, bytes, arrivalNanos(bytes.length)));
    } while (bytes.length > 0);
  }

  private static byte[] readFrom(InputStream from) {
    byte[] buffer = new byte[PACKET_BYTES];
    try {
      int count = from.read(buffer);
      return java.util.Arrays.copyOf(buffer, Math.max(0, count));
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private long arrivalNanos(int bytes) {
    long now = System.nanoTime();
    return schedule.arrivalNanos(openNanos - now > 0 ? openNanos : now, bytes);
  }

  /** One packet; those of one lane never overtake each other. */
  private static final class Packet implements Delayed {

    final long number;
    final byte[] bytes;
    final long arrivalNanos;

    Packet(long number, byte[] bytes, long arrivalNanos) {
      this.number = number;
      this.bytes = bytes;
      this.arrivalNanos = arrivalNanos;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(arrivalNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(number, ((Packet) other).number);
    }
  }
}
