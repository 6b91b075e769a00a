package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps what goes upstream, and insists that the format is said once and first. */
final class RecordedAudio implements AudioSink {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private @Nullable UpstreamFormat format;

  @Override
  public void format(UpstreamFormat said) {
    assertTrue(format == null, "the format is said once");
    format = said;
  }

  @Override
  public void audio(ByteBuffer audio) {
    UpstreamFormat said = format();
    if (!audio.hasRemaining()) {
      throw new AssertionError("no bytes of " + said);
    }
    byte[] copy = new byte[audio.remaining()];
    audio.get(copy);
    bytes.writeBytes(copy);
  }

  UpstreamFormat format() {
    return Objects.requireNonNull(format, "no format was said");
  }

  /** The format, if it was said. */
  @Nullable UpstreamFormat saidFormat() {
    return format;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** The bytes behind the WAV header. */
  byte[] pcm() {
    byte[] all = bytes();
    return Arrays.copyOfRange(all, WavOutput.HEADER_BYTES, all.length);
  }

  short[] samples() {
    byte[] pcm = pcm();
    short[] samples = new short[pcm.length / 2];
    ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return samples;
  }
}
