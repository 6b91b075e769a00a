package org.speechservlet.browser.network;

/**
 * When what is put on a link arrives at its other end: pieces go one after the other at the link's
 * rate, and then take its delay. A model of rate and delay; nothing is lost, and no sender has to
 * find the rate out first, as TCP's slow start does. Thread-safe.
 */
final class LinkSchedule {

  /** Of Ethernet, IP and TCP, for each piece that fits one packet. */
  private static final int HEADER_BYTES = 14 + 20 + 32;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final LinkSpeed speed;
  private boolean isUsed;
  private long freeNanos;

  LinkSchedule(LinkSpeed speed) {
    this.speed = speed;
  }

  /** When a piece arrives that is put on the link now; of the same clock. */
  synchronized long arrivalNanos(long nowNanos, int bytes) {
    long start = isUsed && freeNanos - nowNanos > 0 ? freeNanos : nowNanos;
    long bits = 8L * (bytes + HEADER_BYTES);
    isUsed = true;
    freeNanos = start + bits * NANOS_PER_SECOND / speed.bitsPerSecond();
    return freeNanos + speed.delay().toNanos();
  }
}
