package org.speechservlet.audio;

import java.nio.ByteBuffer;

/** Makes MP4 boxes. */
final class Mp4Bytes {
  static final int TRACK = 1;
  static final byte[] FILE_TYPE = box("ftyp", Pcm.latin1("iso5\0\0\0\0iso5Opus"));

  private Mp4Bytes() {}

  static byte[] box(String type, byte[]... content) {
    byte[] joined = Pcm.join(content);
    return boxOfSize(type, 8 + joined.length, joined);
  }

  /** A box that says that it has {@code size} bytes with its header, whatever it has. */
  static byte[] boxOfSize(String type, int size, byte[] content) {
    return Pcm.join(ints(size), Pcm.latin1(type), content);
  }

  static byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asIntBuffer().put(values);
    return bytes.array();
  }

  /** One channel, 48 kHz. */
  static byte[] opusHead(int preSkip) {
    ByteBuffer fields = ByteBuffer.allocate(11);
    fields.put((byte) 0).put((byte) 1).putShort((short) preSkip).putInt(48_000);
    return box("dOps", fields.array());
  }

  static byte[] sampleEntry(String codec, byte[]... boxes) {
    return box(codec, new byte[28], Pcm.join(boxes));
  }

  static byte[] trackHeader(int id) {
    return box("tkhd", ints(0, 0, 0, id, 0, 0, 0));
  }

  static byte[] track(int id, byte[] sampleEntry) {
    byte[] descriptions = box("stsd", ints(0, 1), sampleEntry);
    byte[] media = box("mdia", box("minf", box("stbl", descriptions)));
    return box("trak", trackHeader(id), media);
  }

  static byte[] opusTrack(int id) {
    return track(id, sampleEntry("Opus", opusHead(0)));
  }

  /** {@code trex} with a default size for each track. */
  static byte[] movieExtends(int id, int sampleBytes) {
    return box("mvex", box("trex", ints(0, id, 1, 0, sampleBytes, 0)));
  }

  /** The beginning of a file with one track of Opus. */
  static byte[] beginning() {
    return beginning(opusTrack(TRACK));
  }

  static byte[] beginning(byte[]... tracks) {
    return Pcm.join(FILE_TYPE, box("moov", Pcm.join(tracks), movieExtends(TRACK, 0)));
  }

  /** A fragment with one run of packets, and their audio. */
  static byte[] fragment(int track, byte[]... packets) {
    int[] sizes = new int[packets.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = packets[i].length;
    }
    return Pcm.join(fragmentHead(track, sizes), box("mdat", packets));
  }

  /** A fragment without its audio, which stands behind it. */
  static byte[] fragmentHead(int track, int... sizes) {
    int length = 8 + 8 + 16 + 20 + 4 * sizes.length;
    byte[] run = box("trun", ints(0x201, sizes.length, length + 8), ints(sizes));
    return box("moof", box("traf", box("tfhd", ints(0x2_0000, track)), run));
  }
}
