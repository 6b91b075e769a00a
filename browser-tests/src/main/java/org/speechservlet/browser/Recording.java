package org.speechservlet.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * What is said into a microphone, with the pauses before, between and after, in which the room
 * hisses faintly: 16 bit, mono, 16,000 Hz. Immutable.
 */
public final class Recording {

  /** Samples a second. */
  public static final int RATE_HZ = 16_000;

  private static final AudioFormat FORMAT = new AudioFormat(RATE_HZ, 16, 1, true, false);
  private static final int HISS_AMPLITUDE = 12;
  private static final int LOUD = 1000;

  private final short[] samples;

  private Recording(short[] samples) {
    this.samples = samples;
  }

  /** The room, without anybody in it. */
  public static Recording silence(Duration length) {
    return new Recording(new short[(int) (length.toMillis() * RATE_HZ / 1000)]).withHiss();
  }

  /** A WAV file of 16 kHz, mono. */
  public static Recording of(Path wav) {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(wav.toFile())) {
      if (!in.getFormat().matches(FORMAT)) {
        throw new IllegalArgumentException(wav + " is " + in.getFormat() + ", not " + FORMAT);
      }
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      short[] samples = new short[bytes.remaining() / Short.BYTES];
      bytes.asShortBuffer().get(samples);
      return new Recording(samples).withHiss();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnsupportedAudioFileException e) {
      throw new IllegalArgumentException(wav + " is no WAV file", e);
    }
  }

  /** This, and the next one right after it. */
  public Recording then(Recording next) {
    short[] both = Arrays.copyOf(samples, samples.length + next.samples.length);
    System.arraycopy(next.samples, 0, both, samples.length, next.samples.length);
    return new Recording(both);
  }

  /** This, and then nothing for that long. */
  public Recording thenSilence(Duration length) {
    return then(silence(length));
  }

  /** When the last loud sample has been spoken, counted from the first. */
  public Duration speechEnd() {
    for (int i = samples.length - 1; i >= 0; i--) {
      if (Math.abs(samples[i]) > LOUD) {
        return Duration.ofNanos((i + 1L) * 1_000_000_000 / RATE_HZ);
      }
    }
    return Duration.ZERO;
  }

  /** The samples as bytes, the low one first. */
  public byte[] pcm() {
    ByteBuffer bytes =
        ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    return bytes.array();
  }

  /** Writes it as a WAV file. */
  public void writeTo(Path file) {
    try {
      AudioSystem.write(
          new AudioInputStream(new ByteArrayInputStream(pcm()), FORMAT, samples.length),
          AudioFileFormat.Type.WAVE,
          file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same hiss each time: the seed is the length. */
  private Recording withHiss() {
    Random random = new Random(samples.length);
    short[] hissing = new short[samples.length];
    for (int i = 0; i < samples.length; i++) {
      int hiss = random.nextInt(2 * HISS_AMPLITUDE + 1) - HISS_AMPLITUDE;
      hissing[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, samples[i] + hiss));
    }
    return new Recording(hissing);
  }
}
