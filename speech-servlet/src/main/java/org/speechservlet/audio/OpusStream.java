package org.speechservlet.audio;

import java.nio.ByteBuffer;

/** Checks the pages of an Opus stream behind its first, and counts the audio that they hold. */
final class OpusStream implements OggPageReader.Consumer {
  private final OggPageOrder order;
  private final OpusPackets packets;

  OpusStream(OggPage first, OpusHead head, AudioOutput output) {
    this.order = new OggPageOrder(first);
    this.packets = new OpusPackets(first, head, output);
  }

  @Override
  public void pageBegins(OggPage page) throws AudioException {
    order.check(page, packets.isInsidePacket());
    packets.pageBegins(page);
  }

  @Override
  public void pageHolds(ByteBuffer bytes, int from, int to) throws AudioException {
    packets.pageHolds(bytes, from, to);
  }

  @Override
  public void pageEnds() throws AudioException {
    packets.pageEnds();
  }

  /** True if the last page was marked as such. */
  boolean hasEnded() {
    return order.hasEnded();
  }
}
