package org.speechservlet.local;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.speechservlet.local.audio.AudioFormat;

/**
 * What a Content-Type says of the audio. Clients write it in many ways ({@code codec} or {@code
 * codecs}, quoted or not, or only {@code audio/wav}), and {@code codecs=audio/pcm} is not even
 * legal by RFC 9110 (a slash in a token), so this is more patient than a MIME parser.
 */
sealed interface DeclaredAudio {

  /** Audio to decode. */
  record Heard(AudioFormat format) implements DeclaredAudio {}

  /** A known container with an unknown codec: taken for silence, as the real service does. */
  record Unheard() implements DeclaredAudio {}

  /** No audio at all, or of a container that is refused. */
  record Refused() implements DeclaredAudio {}

  /** {@code name=value}, the value quoted or not, after a semicolon. */
  Pattern PARAMETER = Pattern.compile(";\\s*([^=;\\s]+)\\s*=\\s*(?:\"([^\"]*)\"|([^;]*))");

  /** The media types of WAV in use. */
  Set<String> WAV_TYPES = Set.of("audio/wav", "audio/wave", "audio/x-wav", "audio/vnd.wave");

  /** What this header value declares; empty when there is no header. */
  static DeclaredAudio of(Optional<String> contentType) {
    if (contentType.isEmpty()) {
      return new Refused();
    }
    String value = contentType.get().toLowerCase(Locale.ROOT);
    String mediaType = value.split(";", 2)[0].trim();
    String codec = codec(value);
    if (WAV_TYPES.contains(mediaType)) {
      return known(AudioFormat.WAV, codec, Set.of("", "audio/pcm"));
    }
    return mediaType.equals("audio/ogg")
        ? known(AudioFormat.OGG_OPUS, codec, Set.of("", "opus"))
        : new Refused();
  }

  private static DeclaredAudio known(AudioFormat format, String codec, Set<String> heardCodecs) {
    return heardCodecs.contains(codec) ? new Heard(format) : new Unheard();
  }

  private static String codec(String value) {
    Matcher parameter = PARAMETER.matcher(value);
    while (parameter.find()) {
      if (parameter.group(1).equals("codecs") || parameter.group(1).equals("codec")) {
        String quoted = parameter.group(2);
        return (quoted == null ? parameter.group(3) : quoted).trim();
      }
    }
    return "";
  }
}
