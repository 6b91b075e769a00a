package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads frames of 16-bit PCM and averages their channels, rounding to the nearest. A frame may come
 * in any number of pieces: only its sum so far is kept, however many channels it has.
 */
final class Downmixer {
  private final int channels;
  private final int frameBytes;
  private ByteOrder order;
  private boolean hasFirstByte;
  private byte firstByte;
  private int channel;
  private int sum;

  Downmixer(PcmFormat format) {
    this.channels = format.channels();
    this.frameBytes = format.frameBytes();
    this.order = format.order();
  }

  /** Reads samples in another byte order from now on. */
  void readAs(ByteOrder newOrder) {
    order = newOrder;
  }

  /**
   * Reads until the input is used up or the array is full.
   *
   * @return how many samples stand in the array now
   */
  int read(ByteBuffer input, short[] mono) {
    ByteOrder callers = input.order();
    input.order(order);
    int count = 0;
    while (count < mono.length && input.hasRemaining()) {
      if (isBetweenFrames() && input.remaining() >= frameBytes) {
        count += readFrames(input, mono, count);
      } else if (readByte(input.get())) {
        mono[count++] = takeFrame();
      }
    }
    input.order(callers);
    return count;
  }

  private boolean isBetweenFrames() {
    return channel == 0 && !hasFirstByte;
  }

  private int readFrames(ByteBuffer input, short[] mono, int from) {
    int count = Math.min(mono.length - from, input.remaining() / frameBytes);
    int at = input.position();
    switch (channels) {
      case 1 -> readMono(input, at, mono, from, count);
      case 2 -> readStereo(input, at, mono, from, count);
      default -> readMany(input, at, mono, from, count);
    }
    input.position(at + count * frameBytes);
    return count;
  }

  private static void readMono(ByteBuffer input, int at, short[] mono, int from, int count) {
    for (int i = 0; i < count; i++) {
      mono[from + i] = input.getShort(at + 2 * i);
    }
  }

  private static void readStereo(ByteBuffer input, int at, short[] mono, int from, int count) {
    for (int i = 0; i < count; i++) {
      int left = input.getShort(at + 4 * i);
      int right = input.getShort(at + 4 * i + 2);
      mono[from + i] = (short) ((left + right + 1) >> 1);
    }
  }

  private void readMany(ByteBuffer input, int at, short[] mono, int from, int count) {
    for (int i = 0; i < count; i++) {
      int frame = at + i * frameBytes;
      for (int offset = 0; offset < frameBytes; offset += PcmFormat.SAMPLE_BYTES) {
        sum += input.getShort(frame + offset);
      }
      mono[from + i] = takeFrame();
    }
  }

  /** Takes one byte; true if it was the last of a frame. */
  private boolean readByte(byte next) {
    if (!hasFirstByte) {
      hasFirstByte = true;
      firstByte = next;
      return false;
    }
    hasFirstByte = false;
    sum += order == ByteOrder.LITTLE_ENDIAN ? sample(next, firstByte) : sample(firstByte, next);
    channel++;
    return channel == channels;
  }

  private static int sample(byte high, byte low) {
    return high << Byte.SIZE | (low & 0xff);
  }

  private short takeFrame() {
    short mean = (short) Math.floorDiv(2L * sum + channels, 2L * channels);
    sum = 0;
    channel = 0;
    return mean;
  }
}
