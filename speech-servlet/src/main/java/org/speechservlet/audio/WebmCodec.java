package org.speechservlet.audio;

import java.util.Map;

/** Names of Matroska's codecs (draft-ietf-cellar-codec) for messages. */
final class WebmCodec {
  private static final Map<String, String> NAMES =
      Map.of(
          "A_VORBIS", "Vorbis",
          "A_PCM/FLOAT/IEEE", "PCM as floating-point numbers",
          "A_PCM/INT/LIT", "PCM",
          "A_PCM/INT/BIG", "PCM",
          "A_FLAC", "FLAC",
          "A_ALAC", "ALAC",
          "A_AC3", "AC-3",
          "A_MPEG/L3", "MP3");

  private WebmCodec() {}

  /** The codec's name, and the ID that stands for it. */
  static String name(String id) {
    String name = id.startsWith("A_AAC") ? "AAC" : NAMES.get(id);
    return name == null ? "the codec " + Quotation.of(id) : name + " (" + id + ")";
  }
}
