package org.speechservlet.audio;

import java.io.ByteArrayOutputStream;

/** Makes WebM elements. */
final class WebmBytes {
  private static final byte[] UNKNOWN = {1, -1, -1, -1, -1, -1, -1, -1};

  static final int TRACK = 1;

  private WebmBytes() {}

  /** The bytes of an ID. */
  private static byte[] id(int id) {
    int length = (Integer.SIZE - Integer.numberOfLeadingZeros(id) + 7) / 8;
    return number(Integer.toUnsignedLong(id), length);
  }

  static byte[] number(long value, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (value >> (8 * (length - 1 - i)));
    }
    return bytes;
  }

  /** A number of variable length, as long as asked for. */
  static byte[] vint(long value, int length) {
    return number((1L << (7 * length)) | value, length);
  }

  static byte[] element(int id, byte[]... content) {
    return elementOfSize(id, Pcm.join(content).length, content);
  }

  /** An element that says that it has {@code size} bytes, whatever it has. */
  static byte[] elementOfSize(int id, long size, byte[]... content) {
    int length = size < 127 ? 1 : 8;
    return Pcm.join(id(id), vint(size, length), Pcm.join(content));
  }

  /** An element of unknown size. */
  static byte[] open(int id, byte[]... content) {
    return Pcm.join(id(id), UNKNOWN, Pcm.join(content));
  }

  static byte[] text(int id, String text) {
    return element(id, Pcm.latin1(text));
  }

  static byte[] header(String docType) {
    return element(MatroskaId.EBML, text(MatroskaId.DOC_TYPE, docType));
  }

  static byte[] track(int number, String codec, byte[]... more) {
    return element(
        MatroskaId.TRACK_ENTRY,
        element(MatroskaId.TRACK_NUMBER, number(number, 1)),
        text(MatroskaId.CODEC_ID, codec),
        Pcm.join(more));
  }

  static byte[] codecPrivate(byte[] head) {
    return element(MatroskaId.CODEC_PRIVATE, head);
  }

  static byte[] opusTrack(int number) {
    return track(number, "A_OPUS", codecPrivate(OggBytes.head(1, 0)));
  }

  static byte[] tracks(byte[]... entries) {
    return element(MatroskaId.TRACKS, entries);
  }

  /** A live file with these elements behind its tracks. */
  static byte[] live(byte[]... elements) {
    return file(tracks(opusTrack(TRACK)), elements);
  }

  /** A live file with these tracks and elements. */
  static byte[] file(byte[] tracks, byte[]... elements) {
    return Pcm.join(header("webm"), open(MatroskaId.SEGMENT, Pcm.join(tracks, Pcm.join(elements))));
  }

  static byte[] cluster(byte[]... blocks) {
    return open(MatroskaId.CLUSTER, blocks);
  }

  static byte[] blockContent(int track, int flags, byte[]... content) {
    byte[] number = vint(track, track < 127 ? 1 : 2);
    return Pcm.join(number, new byte[2], new byte[] {(byte) flags}, Pcm.join(content));
  }

  static byte[] simpleBlock(int track, byte[]... content) {
    return element(MatroskaId.SIMPLE_BLOCK, blockContent(track, 0x80, content));
  }

  static byte[] block(byte[]... content) {
    return element(MatroskaId.BLOCK, blockContent(TRACK, 0, content));
  }

  /** A packet of one frame of 20 ms whose bytes are like no other's. */
  static byte[] packet(int seed, int length) {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(31 << 3);
    for (int i = 1; i < length; i++) {
      packet.write(seed * 31 + i * 7);
    }
    return packet.toByteArray();
  }
}
