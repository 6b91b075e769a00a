package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The Opus packets of a whole fragmented MP4 file, by a reader of its own that knows only what
 * Chromium writes: one track, one run of samples a fragment, right at the start of the next mdat.
 */
final class Mp4Packets implements RewrappedRecordings.Contents {
  private final ByteBuffer bytes;
  private final List<byte[]> packets = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private byte[] head = {};

  private Mp4Packets(byte[] file) {
    this.bytes = ByteBuffer.wrap(file);
  }

  static Mp4Packets of(byte[] file) {
    Mp4Packets read = new Mp4Packets(file);
    while (read.bytes.hasRemaining()) {
      read.readBox();
    }
    return read;
  }

  private void readBox() {
    int start = bytes.position();
    int size = bytes.getInt();
    byte[] type = new byte[4];
    bytes.get(type);
    switch (new String(type, StandardCharsets.US_ASCII)) {
      case "moov", "trak", "mdia", "minf", "stbl", "moof", "traf" -> {}
      case "stsd" -> bytes.position(bytes.position() + 8);
      case "Opus" -> bytes.position(bytes.position() + 28);
      case "dOps" -> readHead();
      case "trun" -> {
        readSizes(start);
        bytes.position(start + size);
      }
      case "mdat" -> readPackets();
      default -> bytes.position(start + size);
    }
  }

  private void readHead() {
    ByteBuffer opusHead = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
    opusHead.put("OpusHead".getBytes(StandardCharsets.US_ASCII));
    bytes.get();
    opusHead.put((byte) 1).put(bytes.get());
    opusHead.putShort(bytes.getShort()).putInt(bytes.getInt());
    opusHead.putShort(bytes.getShort()).put(bytes.get());
    head = opusHead.array();
  }

  private void readSizes(int start) {
    if (bytes.getInt(start + 8) != 0x0100_0301) {
      throw new IllegalStateException("another kind of run at " + start);
    }
    int count = bytes.getInt(start + 12);
    for (int i = 0; i < count; i++) {
      sizes.add(bytes.getInt(start + 20 + 8 * i + 4));
    }
  }

  private void readPackets() {
    for (int size : sizes) {
      byte[] packet = new byte[size];
      bytes.get(packet);
      packets.add(packet);
    }
    sizes.clear();
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
