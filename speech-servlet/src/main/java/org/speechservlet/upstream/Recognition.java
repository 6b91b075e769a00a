package org.speechservlet.upstream;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.speechservlet.audio.UpstreamFormat;
import org.speechservlet.upstream.RetryPolicy.GiveUp;
import org.speechservlet.upstream.RetryPolicy.Renew;
import org.speechservlet.upstream.RetryPolicy.Retry;

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
 * still held.
 *
 * <p>The Speech API must make progress within the response timeout whenever it is its turn: while
 * it has not agreed, while audio waits to be sent, and once all of it was sent. The time a person
 * takes to speak is not counted.
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

    /** No credential could be had, with the reason that its source gave. */
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
  private final CredentialSource credentials;
  private final Executor executor;
  private final Listener listener;
  private final ReplayBuffer audio;
  private final ResponseWatch watch;

  private State state = State.NEW;
  private UpstreamFormat format;
  private CredentialSource.@Nullable Credential credential;
  private @Nullable Attempt attempt;
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
    this.credentials = credentials;
    this.executor = executor;
    this.listener = listener;
    this.format = request.expectedFormat();
    this.audio = new ReplayBuffer(upstream.replayBudget(), upstream.maxReplayBytes());
    this.watch =
        new ResponseWatch(upstream.responseTimeout(), upstream.timers(), executor, new Turn());
  }

  /** Asks for a credential and sends the request's head with it. */
  public void start() {
    startedNanos = upstream.timers().nanoTime();
    watch.start();
    authorize();
  }

  /** Whether more audio is wanted now; if not, {@link Listener#demand()} will tell when it is. */
  public boolean hasRoom() {
    roomAwaited = state != State.ENDED && !audio.hasRoom();
    return !roomAwaited;
  }

  /**
   * Tells what the audio really is. If the request was opened for another format, it is opened
   * anew.
   */
  public void format(UpstreamFormat actual) {
    if (format != actual && state != State.ENDED) {
      format = actual;
      CredentialSource.Credential granted = credential;
      if (state == State.ATTEMPTING && granted != null) {
        abandonAttempt();
        send(granted);
      }
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
    try {
      credentials
          .credential()
          .whenComplete((granted, failure) -> executor.execute(() -> authorized(granted, failure)));
    } catch (RuntimeException failure) {
      authorized(null, failure);
    }
  }

  private void authorized(
      CredentialSource.@Nullable Credential granted, @Nullable Throwable failure) {
    if (state != State.AUTHORIZING) {
      return;
    }
    if (granted == null) {
      end();
      listener.unauthorized(
          failure != null ? failure : new IllegalStateException("no credential was given"));
      return;
    }
    credential = granted;
    send(granted);
  }

  private void send(CredentialSource.Credential granted) {
    progressed();
    state = State.ATTEMPTING;
    Attempt next = new Attempt(executor, new AttemptEvents());
    attempt = next;
    Transport.Head head =
        new Transport.Head(request.uri(), request.connectionId(), format.contentType(), granted);
    next.open(upstream.transport(), head, audio.play());
    next.audioAvailable();
  }

  /** What the attempt in progress tells. */
  private final class AttemptEvents implements Transport.Events {
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
        succeeded(answer);
      } else {
        refused(answer);
      }
    }

    @Override
    public void lost(Exception cause) {
      follow(
          RetryPolicy.afterLoss(cause, situation(), upstream.random()),
          () -> upstream.diagnosis().loss(cause, redaction()));
    }
  }

  private void succeeded(Transport.Answer answer) {
    Optional<Transcript> transcript = Transcript.parse(answer.body());
    if (transcript.isPresent()) {
      end();
      listener.answered(transcript.get());
    } else {
      fail(upstream.diagnosis().unintelligible(answer, redaction()));
    }
  }

  private void refused(Transport.Answer answer) {
    CredentialSource.Credential used = credential;
    if (RetryPolicy.isRefusal(answer) && used != null) {
      credentials.refused(used);
    }
    Duration retryAfter = RetryAfter.parse(answer.retryAfter(), upstream.clock());
    follow(
        RetryPolicy.afterAnswer(answer, retryAfter, situation(), upstream.random()),
        () -> upstream.diagnosis().status(answer, retryAfter, redaction()));
  }

  private void follow(RetryPolicy.Decision decision, Supplier<UpstreamException> failure) {
    abandonAttempt();
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

  private void pause(Duration pause) {
    if (pause.isZero()) {
      authorize();
      return;
    }
    state = State.PAUSING;
    upstream.timers().schedule(pause, () -> executor.execute(this::pauseOver));
  }

  private void pauseOver() {
    if (state == State.PAUSING) {
      authorize();
    }
  }

  private void abandonAttempt() {
    Attempt abandoned = attempt;
    attempt = null;
    if (abandoned != null) {
      abandoned.cancel();
    }
    audio.rewind();
  }

  private RetryPolicy.Situation situation() {
    return new RetryPolicy.Situation(renewals, retries, audio.isReplayable(), watch.timeLeft());
  }

  private Redaction redaction() {
    return Redaction.of(credential);
  }

  private void tellAttempt() {
    if (attempt != null) {
      attempt.audioAvailable();
    }
  }

  /** After the audio is complete the person waits: from then on nothing extends the time. */
  private void progressed() {
    if (!audioComplete) {
      watch.progressed();
    }
  }

  private final class Turn implements ResponseWatch.Watched {
    @Override
    public boolean isUpstreamsTurn() {
      boolean streaming = state == State.ATTEMPTING && attempt != null && attempt.isAgreed();
      return !streaming || audio.hasUnsent() || audioComplete;
    }

    @Override
    public void timedOut() {
      fail(upstream.diagnosis().timeout(upstream.responseTimeout(), audioComplete));
    }
  }

  private void fail(UpstreamException failure) {
    end();
    listener.failed(failure);
  }

  private void end() {
    if (state != State.ENDED) {
      state = State.ENDED;
      watch.stop();
      abandonAttempt();
      audio.release();
    }
  }
}
