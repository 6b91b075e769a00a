package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The first entry of a track's sample descriptions (ISO/IEC 14496-12, section 8.5.2), which says
 * how it is coded; for Opus with the box of "Encapsulation of Opus in ISO Base Media File Format",
 * section 4.3.2.
 */
final class Mp4SampleEntry {

  /** More than the entry of any audio has. */
  static final int MAX_BYTES = 4 * 1024;

  private static final byte[] OPUS_HEAD = "OpusHead".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD_VERSION = 1;
  private static final int ENTRY_AT = 8;
  private static final int BOX_HEADER_BYTES = 8;
  private static final int AUDIO_FIELDS_BYTES = 28;
  private static final int MIN_OPUS_BYTES = 11;

  private final String codec;
  private final ByteBuffer opusHead;

  private Mp4SampleEntry(String codec, ByteBuffer opusHead) {
    this.codec = codec;
    this.opusHead = opusHead;
  }

  /**
   * Reads the entry.
   *
   * @param descriptions the content of the box {@code stsd}, big-endian, from index 0
   * @param start where in the upload it begins
   */
  static Mp4SampleEntry read(ByteBuffer descriptions, long start) throws AudioException {
    if (descriptions.limit() < ENTRY_AT + BOX_HEADER_BYTES) {
      throw AudioException.malformed(start, "A track of the MP4 file does not say how it is coded");
    }
    byte[] type = new byte[4];
    descriptions.get(ENTRY_AT + 4, type);
    String codec = new String(type, StandardCharsets.ISO_8859_1);
    return new Mp4SampleEntry(codec, opusHead(descriptions));
  }

  /** Makes an OpusHead of the box dOps; empty if there is none. */
  private static ByteBuffer opusHead(ByteBuffer descriptions) {
    int at = ENTRY_AT + BOX_HEADER_BYTES + AUDIO_FIELDS_BYTES;
    while (at + BOX_HEADER_BYTES <= descriptions.limit()) {
      int size = descriptions.getInt(at);
      if (size < BOX_HEADER_BYTES || size > descriptions.limit() - at) {
        break;
      }
      if (descriptions.getInt(at + 4) == Mp4Box.DOPS && size >= BOX_HEADER_BYTES + MIN_OPUS_BYTES) {
        return opusHeadOf(descriptions.slice(at + BOX_HEADER_BYTES, size - BOX_HEADER_BYTES));
      }
      at += size;
    }
    return ByteBuffer.allocate(0);
  }

  /** The same fields, but little-endian, and with version 1 instead of 0. */
  private static ByteBuffer opusHeadOf(ByteBuffer fields) {
    ByteBuffer head = ByteBuffer.allocate(OPUS_HEAD.length + fields.remaining());
    head.order(ByteOrder.LITTLE_ENDIAN).put(OPUS_HEAD).put((byte) (HEAD_VERSION + fields.get()));
    head.put(fields.get()).putShort(fields.getShort()).putInt(fields.getInt());
    return head.putShort(fields.getShort()).put(fields).flip();
  }

  boolean isOpus() {
    return codec.equals("Opus");
  }

  /** The OpusHead; empty if there is none. Little-endian, from index 0. */
  ByteBuffer opusHead() {
    return opusHead;
  }

  /** The codec in words. */
  String codecName() {
    String name =
        switch (codec) {
          case "mp4a" -> "AAC";
          case "alac" -> "ALAC";
          case "fLaC" -> "FLAC";
          case "ac-3", "ec-3" -> "Dolby Digital";
          case "samr", "sawb" -> "AMR";
          case "lpcm", "ipcm", "fpcm", "sowt", "twos" -> "PCM";
          case "enca", "encv" -> "encrypted content";
          case "avc1", "avc3" -> "H.264 video";
          case "hvc1", "hev1" -> "H.265 video";
          default -> "the codec";
        };
    return name + " (" + Quotation.of(codec) + ")";
  }
}
