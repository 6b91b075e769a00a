package org.speechservlet.benchmarks.micro;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A whole upload that the servlet is given; each is known by a name. */
public enum Recording {
  /** 16 kHz mono, which is passed through. */
  WAV_PASS_THROUGH,
  /** 48 kHz mono, which is brought to 16 kHz. */
  RESAMPLER_48_KHZ_MONO,
  /** 44.1 kHz stereo, which is mixed down and brought to 16 kHz. */
  RESAMPLER_44_KHZ_STEREO,
  /** What Chromium recorded as WebM/Opus, which is re-wrapped as Ogg/Opus. */
  WEBM_REWRAP;

  private static final int SECONDS = 10;
  private static final double TONE_HZ = 440;
  private static final double AMPLITUDE = 8_000;

  /** All bytes of it. */
  byte[] bytes() throws IOException {
    return switch (this) {
      case WAV_PASS_THROUGH -> wav(16_000, 1);
      case RESAMPLER_48_KHZ_MONO -> wav(48_000, 1);
      case RESAMPLER_44_KHZ_STEREO -> wav(44_100, 2);
      case WEBM_REWRAP -> resource("/recordings/chromium-slice100.webm");
    };
  }

  String contentType() {
    return this == WEBM_REWRAP ? "audio/webm" : "audio/wav";
  }

  private static byte[] wav(int hz, int channels) {
    int frames = SECONDS * hz;
    int dataBytes = frames * channels * 2;
    ByteBuffer wav = ByteBuffer.allocate(44 + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(36 + dataBytes).put(ascii("WAVEfmt ")).putInt(16);
    wav.putShort((short) 1).putShort((short) channels).putInt(hz).putInt(hz * channels * 2);
    wav.putShort((short) (channels * 2)).putShort((short) 16);
    wav.put(ascii("data")).putInt(dataBytes);
    for (int i = 0; i < frames; i++) {
      short sample = (short) (AMPLITUDE * Math.sin(2 * Math.PI * TONE_HZ * i / hz));
      for (int channel = 0; channel < channels; channel++) {
        wav.putShort(sample);
      }
    }
    return wav.array();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream file = Recording.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
