package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Knows what is not accepted by the bytes that it begins with, so that it can be named. */
final class RefusedFormats {

  /** What to send instead, for the end of a sentence. */
  static final String ACCEPTED =
      "WAV (PCM 16-bit), Ogg/Opus, WebM/Opus, raw PCM (audio/l16, audio/pcm) and"
          + " multipart/form-data with one of these.";

  /** At least three bytes are compared, which PCM without a header hardly ever begins with. */
  private static final List<FileSignature> SIGNATURES =
      List.of(
          new FileSignature("RF64????WAVE", "RF64 (a WAV file of more than 4 GiB)"),
          new FileSignature("BW64????WAVE", "BW64 (a WAV file of more than 4 GiB)"),
          new FileSignature("RIFX????WAVE", "RIFX (a big-endian WAV file)"),
          new FileSignature("riff.\u0091\u00cf\u0011", "Wave64"),
          new FileSignature("RIFF????AVI ", "an AVI file"),
          new FileSignature("RIFF", "a RIFF file other than WAV"),
          new FileSignature("????ftyp", "MP4 (M4A)"),
          new FileSignature("????moof", "a fragment of MP4 (M4A)"),
          new FileSignature(
              "\u001fC\u00b6u", "a later part of a WebM recording without its beginning"),
          new FileSignature("fLaC", "FLAC"),
          new FileSignature("FORM????AIFF", "AIFF"),
          new FileSignature("FORM????AIFC", "AIFF-C"),
          new FileSignature(".snd", "AU"),
          new FileSignature("caff", "CAF"),
          new FileSignature("#!AMR", "AMR"),
          new FileSignature("0&\u00b2u\u008ef\u00cf\u0011", "ASF (WMA)"),
          new FileSignature("ID3", "MP3"),
          new FileSignature("PK\u0003\u0004", "a ZIP archive"),
          new FileSignature("\u001f\u008b\b", "data compressed by gzip"));

  private static final int QUOTED_BYTES = 8;

  private RefusedFormats() {}

  /** Refuses what has a signature that raw PCM does not have by chance. */
  static void check(ByteBuffer head) throws AudioException {
    Optional<String> name = name(head);
    if (name.isPresent()) {
      throw refused(name.get());
    }
  }

  /** The refusal of what has no signature, or one so short that raw PCM may have it by chance. */
  static AudioException unknown(ByteBuffer head, ContentType hint) {
    return frameName(head)
        .map(RefusedFormats::refused)
        .orElseGet(
            () ->
                AudioException.unsupported(
                    "The upload is no known kind of audio (its Content-Type is "
                        + Quotation.of(hint.type())
                        + ", its first bytes are "
                        + hex(head)
                        + "); accepted are "
                        + ACCEPTED));
  }

  private static AudioException refused(String name) {
    return AudioException.unsupported("The upload is " + name + "; accepted are " + ACCEPTED);
  }

  private static Optional<String> name(ByteBuffer head) {
    return FileSignature.find(SIGNATURES, head).or(() -> TextUpload.name(head));
  }

  /** The name of a stream of MPEG audio frames, by the first frame's header. */
  private static Optional<String> frameName(ByteBuffer head) {
    if (head.limit() < 4 || head.get(0) != (byte) 0xFF || (head.get(1) & 0xE0) != 0xE0) {
      return Optional.empty();
    }
    int versionAndLayer = head.get(1) >> 1 & 0xF;
    return switch (versionAndLayer) {
      case 0b1000, 0b1100 -> Optional.of("AAC (ADTS)");
      case 0b0001, 0b0010, 0b0011, 0b1001, 0b1010, 0b1011, 0b1101, 0b1110, 0b1111 ->
          Optional.of("MP3");
      default -> Optional.empty(); // reserved
    };
  }

  private static String hex(ByteBuffer head) {
    byte[] bytes = new byte[Math.min(head.limit(), QUOTED_BYTES)];
    head.get(0, bytes);
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }
}
