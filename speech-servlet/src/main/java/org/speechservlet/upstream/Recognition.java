package org.speechservlet.upstream;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.speechservlet.audio.UpstreamFormat;
import org.speechservlet.upstream.RetryPolicy.GiveUp;
import org.speechservlet.upstream.RetryPolicy.Renew;
import org.speechservlet.upstream.RetryPolicy.Retry;
import org.speechservlet.upstream.UpstreamDiagnosis.Expected;

/**
 * One recognition at the Speech API, however many requests it takes.
 *
 * <pre>
 *   start --> AUTHORIZING --credential--> ATTEMPTING --answer--> ENDED
 *                 ^                        |   |
 *                 |---- 401, 403 once -----|   |-- 429, 5xx, connection lost, once --> PAUSING
 *                 |                                                                      |
 *                 |----------------------------------------------------------------------|
 * </pre>
 *
 * Any failure that is not mended, a time-out or {@link #cancel} leads to ENDED from everywhere. A
 * second request starts from the first byte and is made only while every byte that was sent is
 * still held. One that is open when the audio turns out to be of another format is opened anew.
 *
 * <p>The Speech API must make progress within the response timeout whenever it is its turn: while
 * it has not agreed, while audio waits to be sent, and once all of the audio is there. From then on
 * somebody waits for the text, and nothing starts that time anew. The time a person takes to speak
 * is not counted.
 *
 * <p>Confined to its executor, which runs one task at a time: every method is called there, and the
 * listener too.
 */
public final class Recognition {

  /** What a recognition tells its owner. After one of the last three, nothing more. */
  public interface Listener {

    /** The Speech API agreed: the audio may be read now. Told once. */
    void ready();

    /** There is room again after {@link #hasRoom()} was false. */
    void demand();

    /** The transcript is here; audio that was not sent is not wanted any more. */
    void answered(Transcript transcript);

    /**
     * No credential could be had: with the reason that its source gave, or a {@link
     * java.util.concurrent.TimeoutException} if it gave none within the response timeout.
     */
    void unauthorized(Throwable reason);

    /** There will be no transcript. */
    void failed(UpstreamException failure);
  }

  private enum State {
    NEW,
    AUTHORIZING,
    ATTEMPTING,
    PAUSING,
    ENDED
  }

  private final RecognitionRequest request;
  private final Upstream upstream;
  private final HeldCredential credential;
  private final Executor executor;
  private final Listener listener;
  private final ReplayBuffer audio;
  private final ResponseWatch watch;

  private State state = State.NEW;
  private UpstreamFormat format;
  private @Nullable Attempt attempt;
  private Timers.@Nullable Scheduled pause;
  private int renewals;
  private int retries;
  private boolean readyTold;
  private boolean roomAwaited;
  private boolean audioComplete;
  private long startedNanos;
  private @Nullable Duration timeToFirstByte;

  Recognition(
      RecognitionRequest request,
      Upstream upstream,
      CredentialSource credentials,
      Executor executor,
      Listener listener) {
    this.request = request;
    this.upstream = upstream;
    this.credential = new HeldCredential(credentials, executor);
    this.executor = executor;
    this.listener = listener;
    this.format = request.expectedFormat();
    this.audio = new ReplayBuffer(upstream.replayBudget(), upstream.maxReplayBytes());
    this.watch =
        new ResponseWatch(upstream.responseTimeout(), upstream.timers(), executor, new Turn());
  }

  /** Asks for a credential and sends the request's head with it. Does nothing after the end. */
  public void start() {
    if (state == State.NEW) {
      startedNanos = upstream.timers().nanoTime();
      watch.start();
      authorize();
    }
  }

  /** Whether more audio is wanted now; if not, {@link Listener#demand()} will tell when it is. */
  public boolean hasRoom() {
    roomAwaited = !audio.hasRoom();
    return !roomAwaited;
  }

  /**
   * Tells what the audio really is, before any of it is given. If the request was opened for
   * another format, it is opened anew.
   */
  public void format(UpstreamFormat actual) {
    if (format == actual) {
      return;
    }
    format = actual;
    if (state == State.ATTEMPTING) {
      giveUpAttempt();
      send();
    }
  }

  /** Takes audio: copies all of it. Ignored after the end. */
  public void audio(ByteBuffer bytes) {
    if (!audio.hasUnsent()) {
      progressed();
    }
    audio.append(bytes);
    tellAttempt();
  }

  /** Says that all audio was given. */
  public void endOfAudio() {
    progressed();
    audioComplete = true;
    audio.complete();
    tellAttempt();
  }

  /** Ends it without a transcript and cuts the connection. The listener is not told. */
  public void cancel() {
    end();
  }

  /** How long the first audio byte took to get into the connection, or null if none did. */
  public @Nullable Duration timeToFirstByte() {
    return timeToFirstByte;
  }

  private void authorize() {
    state = State.AUTHORIZING;
    progressed();
    credential.request(this::authorized);
  }

  private void authorized(@Nullable Throwable failure) {
    if (state != State.AUTHORIZING) {
      return;
    }
    if (failure == null) {
      send();
    } else {
      unauthorized(failure);
    }
  }

  private void send() {
    state = State.ATTEMPTING;
    progressed();
    Attempt next = new Attempt(executor, new Exchange());
    attempt = next;
    next.open(
        upstream.transport(),
        new Transport.Head(
            request.uri(), request.connectionId(), format.contentType(), credential.get()),
        audio.play());
  }

  /** What happens in the attempt that is under way. */
  private final class Exchange implements Transport.Events {
    @Override
    public void agreed() {
      progressed();
      if (!readyTold) {
        readyTold = true;
        listener.ready();
      }
    }

    @Override
    public void sent() {
      progressed();
      if (timeToFirstByte == null) {
        timeToFirstByte = Duration.ofNanos(upstream.timers().nanoTime() - startedNanos);
      }
      if (roomAwaited && audio.hasRoom()) {
        roomAwaited = false;
        listener.demand();
      }
    }

    @Override
    public void answered(Transport.Answer answer) {
      if (answer.status() == 200) {
        transcribed(answer);
      } else {
        refused(answer);
      }
    }

    @Override
    public void lost(Exception cause) {
      follow(
          RetryPolicy.afterLoss(cause, concluded(), upstream.random()),
          () -> upstream.diagnosis().loss(cause, credential.redaction()));
    }
  }

  private void transcribed(Transport.Answer answer) {
    Transcript transcript = Transcript.parse(answer.body()).orElse(null);
    if (transcript == null) {
      fail(upstream.diagnosis().unintelligible(answer, credential.redaction()));
    } else {
      end();
      listener.answered(transcript);
    }
  }

  private void refused(Transport.Answer answer) {
    boolean renewed = renewals > 0;
    Duration retryAfter = RetryAfter.parse(answer.retryAfter(), upstream.clock());
    RetryPolicy.Situation situation = concluded();
    try {
      if (RetryPolicy.isRefusal(answer)) {
        credential.reject();
      }
    } catch (RuntimeException e) {
      unauthorized(e);
      return;
    }
    follow(
        RetryPolicy.afterAnswer(answer, retryAfter, situation, upstream.random()),
        () -> upstream.diagnosis().status(answer, retryAfter, renewed, credential.redaction()));
  }

  private void follow(RetryPolicy.Decision decision, Supplier<UpstreamException> failure) {
    if (decision instanceof GiveUp) {
      fail(failure.get());
    } else if (decision instanceof Renew) {
      renewals++;
      authorize();
    } else if (decision instanceof Retry retry) {
      retries++;
      pause(retry.pause());
    }
  }

  private void pause(Duration duration) {
    if (duration.isZero()) {
      authorize();
      return;
    }
    state = State.PAUSING;
    progressed();
    pause = upstream.timers().schedule(duration, () -> executor.execute(this::resume));
  }

  private void resume() {
    if (state == State.PAUSING) {
      authorize();
    }
  }

  /** Gives up the attempt, and says how things stand without it. */
  private RetryPolicy.Situation concluded() {
    Duration timeLeft = watch.timeLeft();
    giveUpAttempt();
    return new RetryPolicy.Situation(renewals, retries, audio.isReplayable(), timeLeft);
  }

  private void giveUpAttempt() {
    if (attempt != null) {
      attempt.cancel();
      attempt = null;
    }
    audio.rewind();
  }

  private void tellAttempt() {
    if (attempt != null) {
      attempt.audioAvailable();
    }
  }

  private void progressed() {
    if (!audioComplete) {
      watch.progressed();
    }
  }

  /** Whose turn it is, and what happens when the Speech API does not take it. */
  private final class Turn implements ResponseWatch.Watched {
    @Override
    public boolean isUpstreamsTurn() {
      return attempt == null || !attempt.isAgreed() || audio.hasUnsent() || audioComplete;
    }

    @Override
    public void timedOut() {
      Duration limit = upstream.responseTimeout();
      if (state == State.AUTHORIZING) {
        unauthorized(
            new TimeoutException(
                "No credential could be had for " + limit + " (speech.response-timeout)."));
      } else {
        fail(upstream.diagnosis().timeout(limit, expected()));
      }
    }

    private Expected expected() {
      if (attempt == null || !attempt.isAgreed()) {
        return Expected.AGREEMENT;
      }
      return audio.hasUnsent() ? Expected.TAKING : Expected.ANSWER;
    }
  }

  private void unauthorized(Throwable reason) {
    end();
    listener.unauthorized(reason);
  }

  private void fail(UpstreamException failure) {
    end();
    listener.failed(failure);
  }

  private void end() {
    if (state == State.ENDED) {
      return;
    }
    state = State.ENDED;
    watch.stop();
    if (pause != null) {
      pause.cancel();
    }
    giveUpAttempt();
    audio.release();
  }
}
