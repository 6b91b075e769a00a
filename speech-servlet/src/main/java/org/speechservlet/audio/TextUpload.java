package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises text where audio was expected, which mistakes in a page's script often send. */
final class TextUpload {

  /** Base64 of the first bytes of what browsers record. */
  private static final List<FileSignature> ENCODED =
      List.of(
          new FileSignature("data:", "a data: URL, that is, text in base64"),
          new FileSignature("UklGR", "a WAV file as text in base64"),
          new FileSignature("T2dnU", "an Ogg file as text in base64"),
          new FileSignature("GkXfo", "a WebM file as text in base64"));

  private static final List<FileSignature> KINDS =
      List.of(
          new FileSignature("{", "JSON text"),
          new FileSignature("[", "JSON text"),
          new FileSignature("<", "HTML or XML text"),
          new FileSignature("--", "a multipart body without the Content-Type multipart/form-data"));

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\r\\n]{64,}");

  private TextUpload() {}

  /** What kind of text it is, if it is text; {@code head} from index 0 to its limit. */
  static Optional<String> name(ByteBuffer head) {
    if (head.limit() == 0 || !isText(head)) {
      return Optional.empty();
    }
    String text = FileSignature.latin1(head, head.limit());
    return FileSignature.find(ENCODED, head)
        .or(() -> FileSignature.find(KINDS, head))
        .or(() -> BASE64.matcher(text).matches() ? Optional.of("text in base64") : Optional.empty())
        .or(() -> Optional.of("text"));
  }

  private static boolean isText(ByteBuffer head) {
    for (int i = 0; i < head.limit(); i++) {
      int character = head.get(i) & 0xFF;
      boolean printable = character >= ' ' && character < 0x7F;
      if (!printable && character != '\t' && character != '\r' && character != '\n') {
        return false;
      }
    }
    return true;
  }
}
