package org.speechservlet.audio;

/** Checks that pages follow each other as those of one Ogg stream do (RFC 3533, RFC 7845). */
final class OggPageOrder {
  private final int serial;
  private int sequence;
  private boolean ended;

  /** {@code first} is the page that the stream begins with. */
  OggPageOrder(OggPage first) {
    this.serial = first.serial();
    this.sequence = first.sequence();
    this.ended = first.last();
  }

  /**
   * Checks the next page.
   *
   * @param insidePacket true if the page before ended inside a packet
   */
  void check(OggPage page, boolean insidePacket) throws AudioException {
    checkStream(page);
    sequence++;
    if (page.sequence() != sequence) {
      throw broken(
          page, "has number " + page.sequence() + "; number " + sequence + " was expected");
    }
    if (page.continued() != insidePacket) {
      throw broken(
          page,
          insidePacket
              ? "begins with a new packet; the rest of one was expected"
              : "begins with the rest of a packet; a new one was expected");
    }
    ended = page.last();
  }

  private void checkStream(OggPage page) throws AudioException {
    if (page.first()) {
      throw AudioException.unsupported(
          ended
              ? "The Ogg file has several recordings behind each other; accepted is one Opus stream."
              : "The Ogg file has several streams side by side; accepted is one Opus stream.");
    }
    if (ended) {
      throw broken(page, "stands behind the one that says that it is the last");
    }
    if (page.serial() != serial) {
      throw broken(page, "belongs to a stream that has not begun");
    }
  }

  private static AudioException broken(OggPage page, String problem) {
    return AudioException.malformed(page.start(), "An Ogg page " + problem);
  }

  /** True if the last page was marked as such. */
  boolean hasEnded() {
    return ended;
  }
}
