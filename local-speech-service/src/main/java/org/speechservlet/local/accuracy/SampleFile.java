package org.speechservlet.local.accuracy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.speechservlet.local.audio.AudioDecoder;
import org.speechservlet.local.audio.AudioFormat;
import org.speechservlet.local.audio.MalformedAudioException;
import org.speechservlet.local.audio.SampleSink;
import org.speechservlet.local.audio.UnsupportedAudioException;

/** Decodes a whole recording, as the service decodes uploads. */
final class SampleFile implements SampleSink {

  private short[] samples = new short[10 * RATE_HZ];
  private int length;

  private SampleFile() {}

  /**
   * Reads a WAV or Ogg/Opus file.
   *
   * @throws IOException when it cannot be read, or is neither
   */
  static short[] read(Path file) throws IOException {
    SampleFile collected = new SampleFile();
    AudioDecoder decoder = format(file).newDecoder(collected);
    try {
      decoder.decode(ByteBuffer.wrap(Files.readAllBytes(file)));
      decoder.end();
    } catch (MalformedAudioException | UnsupportedAudioException e) {
      throw new IOException(file + " cannot be heard: " + e.getMessage(), e);
    }
    return Arrays.copyOf(collected.samples, collected.length);
  }

  private static AudioFormat format(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".ogg") || name.endsWith(".opus") ? AudioFormat.OGG_OPUS : AudioFormat.WAV;
  }

  @Override
  public void accept(short[] more, int count) {
    if (length + count > samples.length) {
      samples = Arrays.copyOf(samples, 2 * (length + count));
    }
    System.arraycopy(more, 0, samples, length, count);
    length += count;
  }
}
