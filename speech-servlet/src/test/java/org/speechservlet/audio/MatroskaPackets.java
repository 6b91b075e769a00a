package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The Opus packets of a whole WebM file, by a reader of its own that knows only what browsers
 * write: one track, blocks without lacing.
 */
final class MatroskaPackets implements RewrappedRecordings.Contents {
  private final ByteBuffer bytes;
  private final List<byte[]> packets = new ArrayList<>();
  private byte[] head = {};

  private MatroskaPackets(byte[] file) {
    this.bytes = ByteBuffer.wrap(file);
  }

  static MatroskaPackets of(byte[] file) {
    MatroskaPackets read = new MatroskaPackets(file);
    while (read.bytes.hasRemaining()) {
      read.readElement();
    }
    return read;
  }

  private void readElement() {
    long id = readNumber(false);
    long size = readNumber(true);
    switch ((int) id) {
      case 0x18538067, 0x1654AE6B, 0xAE, 0x1F43B675, 0xA0 -> {}
      case 0x63A2 -> head = read((int) size);
      case 0xA3, 0xA1 -> {
        byte[] block = read((int) size);
        packets.add(java.util.Arrays.copyOfRange(block, 4, block.length));
      }
      default -> bytes.position(bytes.position() + (int) size);
    }
  }

  private byte[] read(int size) {
    byte[] content = new byte[size];
    bytes.get(content);
    return content;
  }

  private long readNumber(boolean withoutMarker) {
    int first = bytes.get() & 0xFF;
    int marker = 0x80;
    while ((first & marker) == 0) {
      marker >>= 1;
    }
    long number = withoutMarker ? first - marker : first;
    for (int bit = marker; bit < 0x80; bit <<= 1) {
      number = number * 256 + (bytes.get() & 0xFF);
    }
    return number;
  }

  @Override
  public byte[] head() {
    return head;
  }

  @Override
  public List<byte[]> packets() {
    return packets;
  }
}
