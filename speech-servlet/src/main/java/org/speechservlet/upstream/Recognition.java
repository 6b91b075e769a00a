package org.speechservlet.upstream;

import java.nio.ByteBuffer;
import java.time.Duration;
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

  private State state = State.NEW;
  private UpstreamFormat format;
  private CredentialSource.@Nullable Credential credential;
  private @Nullable Attempt attempt;
  private int renewals;
  private int retries;
  private boolean agreedOnce;
  private boolean roomAwaited;
  private boolean audioComplete;
  private long progressNanos;
  private long startedNanos;
  private long firstSentNanos = -1;
  private Timers.@Nullable Scheduled watchdog;

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
  }

  /** Asks for a credential and sends the request's head with it. */
  public void start() {
    startedNanos = upstream.timers().nanoTime();
    progressNanos = startedNanos;
    watch(upstream.responseTimeout());
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
      if (state == State.ATTEMPTING) {
        abandonAttempt();
        send();
      }
    }
  }

  /** Takes audio: copies all of it. Ignored after the end. */
  public void audio(ByteBuffer bytes) {
    if (!audio.hasUnsent() && !audioComplete) {
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
    return firstSentNanos < 0 ? null : Duration.ofNanos(firstSentNanos - startedNanos);
  }

  private void authorize() {
    state = State.AUTHORIZING;
    credentials
        .credential()
        .whenComplete((granted, failure) -> executor.execute(() -> authorized(granted, failure)));
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
    send();
  }

  private void send() {
    CredentialSource.Credential granted = credential;
    if (granted == null) {
      throw new IllegalStateException("send() before a credential was granted");
    }
    if (!audioComplete) {
      progressed();
    }
    state = State.ATTEMPTING;
    Attempt next = new Attempt();
    attempt = next;
    next.call =
        upstream
            .transport()
            .send(
                new Transport.Head(
                    request.uri(), request.connectionId(), format.contentType(), granted),
                audio,
                next);
    next.call.audioAvailable();
  }

  /** Events of one request; those of a request that was given up are dropped. */
  private final class Attempt implements Transport.Events {
    Transport.@Nullable Call call;

    @Override
    public void agreed() {
      dispatch(Recognition.this::agreed);
    }

    @Override
    public void sent() {
      dispatch(Recognition.this::sent);
    }

    @Override
    public void answered(Transport.Answer answer) {
      dispatch(() -> Recognition.this.answered(answer));
    }

    @Override
    public void lost(Exception cause) {
      dispatch(() -> Recognition.this.lost(cause));
    }

    private void dispatch(Runnable event) {
      executor.execute(
          () -> {
            if (attempt == this && state == State.ATTEMPTING) {
              event.run();
            }
          });
    }
  }

  private void agreed() {
    progressed();
    if (!agreedOnce) {
      agreedOnce = true;
      listener.ready();
    }
  }

  private void sent() {
    progressed();
    if (firstSentNanos < 0) {
      firstSentNanos = upstream.timers().nanoTime();
    }
    if (roomAwaited && audio.hasRoom()) {
      roomAwaited = false;
      listener.demand();
    }
  }

  private void answered(Transport.Answer answer) {
    if (answer.status() == 200) {
      Transcript transcript = Transcript.parse(answer.body()).orElse(null);
      if (transcript != null) {
        end();
        listener.answered(transcript);
      } else {
        fail(upstream.diagnosis().unintelligible(answer));
      }
      return;
    }
    CredentialSource.Credential used = credential;
    if ((answer.status() == 401 || answer.status() == 403) && used != null) {
      credentials.refused(used);
    }
    Duration retryAfter = RetryAfter.parse(answer.retryAfter(), upstream.clock());
    follow(
        RetryPolicy.afterStatus(answer.status(), retryAfter, situation(), upstream.random()),
        () -> upstream.diagnosis().status(answer, retryAfter));
  }

  private void lost(Exception cause) {
    follow(RetryPolicy.afterLoss(cause, situation()), () -> upstream.diagnosis().loss(cause));
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
    progressed();
    upstream
        .timers()
        .schedule(
            pause,
            () ->
                executor.execute(
                    () -> {
                      if (state == State.PAUSING) {
                        authorize();
                      }
                    }));
  }

  private void abandonAttempt() {
    Attempt abandoned = attempt;
    attempt = null;
    if (abandoned != null && abandoned.call != null) {
      abandoned.call.cancel();
    }
    audio.rewind();
  }

  private RetryPolicy.Situation situation() {
    return new RetryPolicy.Situation(renewals, retries, audio.isReplayable(), timeLeft());
  }

  private void tellAttempt() {
    if (attempt != null && attempt.call != null) {
      attempt.call.audioAvailable();
    }
  }

  private void progressed() {
    if (!audioComplete) {
      progressNanos = upstream.timers().nanoTime();
    }
  }

  /** After the audio is complete the person waits: from then on nothing extends the time. */
  private Duration timeLeft() {
    long elapsed = upstream.timers().nanoTime() - progressNanos;
    return upstream.responseTimeout().minusNanos(elapsed);
  }

  private boolean isUpstreamsTurn() {
    return state != State.ATTEMPTING || !agreedOnce || audio.hasUnsent() || audioComplete;
  }

  private void watch(Duration delay) {
    watchdog = upstream.timers().schedule(delay, () -> executor.execute(this::checkProgress));
  }

  private void checkProgress() {
    if (state == State.ENDED) {
      return;
    }
    if (!isUpstreamsTurn()) {
      watch(upstream.responseTimeout());
      return;
    }
    Duration left = timeLeft();
    if (left.isZero() || left.isNegative()) {
      fail(upstream.diagnosis().timeout(upstream.responseTimeout(), audioComplete));
    } else {
      watch(left);
    }
  }

  private void fail(UpstreamException failure) {
    end();
    listener.failed(failure);
  }

  private void end() {
    if (state != State.ENDED) {
      state = State.ENDED;
      if (watchdog != null) {
        watchdog.cancel();
      }
      abandonAttempt();
      audio.release();
    }
  }
}
