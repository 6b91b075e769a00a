package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.util.List;

/** Tells what an Ogg stream holds by the first bytes of its first packet. */
final class OggCodec {
  static final String OPUS = "Opus";

  private static final List<FileSignature> CODECS =
      List.of(
          new FileSignature("OpusHead", OPUS),
          new FileSignature("\u0001vorbis", "Vorbis"),
          new FileSignature("\u007fFLAC", "FLAC"),
          new FileSignature("Speex   ", "Speex"),
          new FileSignature("\u0080theora", "Theora video"),
          new FileSignature("fishead\0", "a Skeleton stream beside its audio"));

  private OggCodec() {}

  /** The codec's name; {@code packet} from index 0. */
  static String name(ByteBuffer packet) {
    return FileSignature.find(CODECS, packet).orElse("an unknown codec");
  }
}
