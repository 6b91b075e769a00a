package org.speechservlet.servlet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Audio that tests compute: a tone of 440 Hz. */
public final class Tone {
  private Tone() {}

  /** 16 kHz mono PCM in WAV. */
  public static byte[] wav(double seconds) {
    return wav(seconds, 16_000, 1);
  }

  static byte[] wav(double seconds, int rateHz, int channels) {
    byte[] pcm = pcm(seconds, rateHz, channels);
    ByteBuffer wav = ByteBuffer.allocate(44 + pcm.length).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(36 + pcm.length).put(ascii("WAVE"));
    wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) channels);
    wav.putInt(rateHz).putInt(rateHz * channels * 2);
    wav.putShort((short) (channels * 2)).putShort((short) 16);
    wav.put(ascii("data")).putInt(pcm.length).put(pcm);
    return wav.array();
  }

  static byte[] pcm(double seconds, int rateHz, int channels) {
    int frames = (int) Math.round(seconds * rateHz);
    ByteBuffer pcm = ByteBuffer.allocate(frames * channels * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int frame = 0; frame < frames; frame++) {
      short sample = (short) (8000 * Math.sin(2 * Math.PI * 440 * frame / rateHz));
      for (int channel = 0; channel < channels; channel++) {
        pcm.putShort(sample);
      }
    }
    return pcm.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
