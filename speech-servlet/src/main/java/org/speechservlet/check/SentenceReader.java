package org.speechservlet.check;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.speechservlet.audio.AudioException;
import org.speechservlet.audio.AudioIntake;
import org.speechservlet.audio.AudioLimits;
import org.speechservlet.audio.AudioSink;
import org.speechservlet.audio.ContentType;
import org.speechservlet.audio.ResamplerFilters;
import org.speechservlet.audio.UpstreamFormat;
import org.speechservlet.upstream.Recognition;
import org.speechservlet.upstream.Timers;
import org.speechservlet.upstream.Transcript;
import org.speechservlet.upstream.UpstreamException;

/**
 * Gives the sentence to a recognition, on the way that a browser's audio takes, and keeps how it
 * ended. Confined to the recognition's executor.
 */
final class SentenceReader implements Recognition.Listener, AudioSink {
  private static final int PIECE_BYTES = 8 * 1024;
  private static final AudioLimits LIMITS = new AudioLimits(Duration.ofMinutes(1));

  private final ByteBuffer sound = Sentence.sound();
  private final AudioIntake intake =
      new AudioIntake(ContentType.parse("audio/wav"), LIMITS, new ResamplerFilters(), this);
  private final Timers timers;
  private long startNanos;
  private boolean hasEnded;
  private @Nullable Recognition recognition;
  private SpeechService.@Nullable Outcome outcome;

  SentenceReader(Timers timers) {
    this.timers = timers;
  }

  void start(Recognition newRecognition) {
    startNanos = timers.nanoTime();
    recognition = newRecognition;
    newRecognition.start();
  }

  /** How it ended; null if it goes on. */
  SpeechService.@Nullable Outcome outcome() {
    return outcome;
  }

  @Override
  public void ready() {
    demand();
  }

  @Override
  public void demand() {
    Recognition open = Objects.requireNonNull(recognition);
    try {
      while (!hasEnded && open.hasRoom()) {
        readPiece(open);
      }
    } catch (AudioException e) {
      throw new IllegalStateException("the built-in sound is broken", e);
    }
  }

  private void readPiece(Recognition open) throws AudioException {
    if (sound.hasRemaining()) {
      int count = Math.min(PIECE_BYTES, sound.remaining());
      intake.feed(sound.slice(sound.position(), count));
      sound.position(sound.position() + count);
    } else {
      hasEnded = true;
      intake.end();
      open.endOfAudio();
    }
  }

  @Override
  public void format(UpstreamFormat format) {
    Objects.requireNonNull(recognition).format(format);
  }

  @Override
  public void audio(ByteBuffer bytes) {
    Objects.requireNonNull(recognition).audio(bytes);
  }

  @Override
  public void answered(Transcript transcript) {
    outcome =
        new SpeechService.Answered(transcript, Duration.ofNanos(timers.nanoTime() - startNanos));
  }

  @Override
  public void unauthorized(Throwable reason) {
    Throwable cause =
        reason instanceof CompletionException && reason.getCause() != null
            ? reason.getCause()
            : reason;
    outcome = new SpeechService.Failed("There is no authorization for it: " + cause.getMessage());
  }

  @Override
  public void failed(UpstreamException failure) {
    outcome = new SpeechService.Failed(String.valueOf(failure.getMessage()));
  }
}
