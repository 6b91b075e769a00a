package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Turns one upload into audio for the Speech API while it arrives.
 *
 * <p>Bytes are fed in pieces of any size, cut anywhere; what they give goes to the sink before
 * {@link #feed} returns. Confined to one recognition and one thread at a time; starts no threads
 * and does no I/O. After an {@link AudioException} it takes nothing more.
 */
public final class AudioIntake {
  private static final String FORM = "multipart/form-data";

  private final ContentType hint;
  private final ResamplerFilters filters;
  private final AudioOutput output;
  private @Nullable AudioReader reader;
  private long inputBytes;

  /**
   * @param hint what the sender says that the upload is; the bytes decide
   * @param limits what this recognition may use
   * @param filters shared by all recognitions of an application
   * @param sink takes the audio
   */
  public AudioIntake(
      ContentType hint, AudioLimits limits, ResamplerFilters filters, AudioSink sink) {
    this.hint = hint;
    this.filters = filters;
    this.output = new AudioOutput(limits, sink);
  }

  /**
   * Takes the next bytes of the upload, all of them.
   *
   * @throws AudioException as soon as it is known that the upload cannot be used; what the sink got
   *     until then is part of a recognition that must be given up
   */
  public void feed(ByteBuffer input) throws AudioException {
    inputBytes += input.remaining();
    reader().feed(input);
  }

  private AudioReader reader() throws AudioException {
    AudioReader opened = reader;
    if (opened == null) {
      opened = hint.type().equals(FORM) ? FormReader.of(hint, this::file) : file(hint, 0);
      reader = opened;
    }
    return opened;
  }

  private AudioReader file(ContentType type, long start) {
    return new DetectingReader(type, start, filters, output);
  }

  /**
   * Ends the upload: checks that it was complete and passes on what was still held.
   *
   * @throws AudioException if the upload is broken or empty
   */
  public void end() throws AudioException {
    reader().end();
  }

  /** How much audio the sink has got. */
  public Duration audioDuration() {
    return output.duration();
  }

  /** How many bytes of the upload were fed. */
  public long inputBytes() {
    return inputBytes;
  }
}
