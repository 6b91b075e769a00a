package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The sizes of the frames in a block (RFC 9559, section 10.3): without lacing one frame, else as
 * many as the lacing's head says. The last frame has what is left.
 */
final class WebmLacing {
  private static final int KIND_MASK = 0x06;
  private static final int XIPH = 0x02;
  private static final int FIXED = 0x04;
  private static final int FULL = 255;

  private final ByteBuffer block;
  private final long start;
  private final int[] sizes;
  private int at;

  private WebmLacing(ByteBuffer block, int at, long start, int frames) {
    this.block = block;
    this.at = at;
    this.start = start;
    this.sizes = new int[frames];
  }

  /**
   * Reads the lacing.
   *
   * @param block a complete block, from index 0 to its limit
   * @param at the index behind its header
   * @param flags the last byte of the header
   * @param start where in the upload index 0 stands
   */
  static WebmLacing read(ByteBuffer block, int at, int flags, long start) throws AudioException {
    int kind = flags & KIND_MASK;
    if (kind == 0) {
      WebmLacing single = new WebmLacing(block, at, start, 1);
      single.sizes[0] = block.limit() - at;
      return single;
    }
    if (at >= block.limit()) {
      throw broken(start);
    }
    WebmLacing lacing = new WebmLacing(block, at + 1, start, (block.get(at) & 0xFF) + 1);
    switch (kind) {
      case XIPH -> lacing.readXiph();
      case FIXED -> lacing.divide();
      default -> lacing.readEbml();
    }
    return lacing;
  }

  private static AudioException broken(long start) {
    return AudioException.malformed(
        start, "A laced block of the WebM file is too short for the frames that it says it has");
  }

  private void readXiph() throws AudioException {
    for (int frame = 0; frame < sizes.length - 1; frame++) {
      int part;
      do {
        part = readByte();
        sizes[frame] += part;
      } while (part == FULL);
    }
    endSizes();
  }

  private int readByte() throws AudioException {
    if (at >= block.limit()) {
      throw broken(start);
    }
    return block.get(at++) & 0xFF;
  }

  /** The first size, then each one's difference to the one before it. */
  private void readEbml() throws AudioException {
    long size = 0;
    for (int frame = 0; frame < sizes.length - 1; frame++) {
      int length = vintBytes();
      long number = EbmlVint.value(block, at);
      size = frame == 0 ? number : size + number - EbmlVint.max(length) / 2;
      if (size < 0 || size > block.limit()) {
        throw broken(start);
      }
      sizes[frame] = (int) size;
      at += length;
    }
    endSizes();
  }

  private int vintBytes() throws AudioException {
    int length = at < block.limit() ? EbmlVint.length(block.get(at)) : FULL;
    if (length > EbmlVint.MAX_BYTES || at + length > block.limit()) {
      throw broken(start);
    }
    return length;
  }

  private void endSizes() throws AudioException {
    int rest = block.limit() - at;
    for (int frame = 0; frame < sizes.length - 1; frame++) {
      rest -= sizes[frame];
    }
    if (rest < 0) {
      throw broken(start);
    }
    sizes[sizes.length - 1] = rest;
  }

  private void divide() throws AudioException {
    int rest = block.limit() - at;
    if (rest % sizes.length != 0) {
      throw broken(start);
    }
    Arrays.fill(sizes, rest / sizes.length);
  }

  int frames() {
    return sizes.length;
  }

  int frameBytes(int frame) {
    return sizes[frame];
  }

  /** The index where the first frame begins. */
  int framesAt() {
    return at;
  }
}
