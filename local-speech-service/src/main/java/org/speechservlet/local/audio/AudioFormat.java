package org.speechservlet.local.audio;

/** The two containers that the Speech API hears. */
public enum AudioFormat {
  /** RIFF/WAVE with linear PCM, 16 bit, mono, 16 kHz. */
  WAV,
  /** Ogg with Opus (RFC 7845). */
  OGG_OPUS;

  /** A decoder for one upload. */
  public AudioDecoder newDecoder(SampleSink sink) {
    return switch (this) {
      case WAV -> new WavDecoder(sink);
      case OGG_OPUS -> new OggOpusDecoder(sink);
    };
  }
}
