package org.speechservlet.audio;

/** A format that the Speech API's recognition for short audio accepts. */
public enum UpstreamFormat {
  /** WAV with 16-bit little-endian PCM, 16 kHz, one channel, its sizes unknown (zero). */
  WAV_PCM_16K("audio/wav; codecs=audio/pcm; samplerate=16000"),
  /** Opus in Ogg (RFC 7845), one or two channels. */
  OGG_OPUS("audio/ogg; codecs=opus");

  private final String contentType;

  UpstreamFormat(String contentType) {
    this.contentType = contentType;
  }

  /**
   * The {@code Content-Type} field of the request to the Speech API, spelled as its documentation
   * does: the slash in the unquoted parameter is not legal in RFC 9110, and expected there.
   */
  public String contentType() {
    return contentType;
  }

  /**
   * Guesses from an upload's type alone, before any byte of it was read, what will go upstream. The
   * bytes may decide otherwise later: what {@link AudioSink#format} says, counts.
   */
  public static UpstreamFormat expectedFor(ContentType hint) {
    return switch (hint.type()) {
      case "audio/ogg",
          "audio/opus",
          "application/ogg",
          "video/ogg",
          "audio/webm",
          "video/webm",
          "audio/mp4",
          "video/mp4" ->
          OGG_OPUS;
      default -> WAV_PCM_16K;
    };
  }
}
