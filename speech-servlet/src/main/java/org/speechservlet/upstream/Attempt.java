package org.speechservlet.upstream;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One request of a recognition. Brings the events of its exchange to the recognition's executor,
 * and drops those that come after it was given up.
 *
 * <p>Confined to that executor, apart from the events.
 */
final class Attempt implements Transport.Events {
  private final Executor executor;
  private final Transport.Events owner;
  private final AtomicBoolean sentAwaits = new AtomicBoolean();

  private Transport.@Nullable Call call;
  private boolean agreed;
  private boolean over;

  /**
   * @param owner told on the executor, until one of the last two events or {@link #cancel()}
   */
  Attempt(Executor executor, Transport.Events owner) {
    this.executor = executor;
    this.owner = owner;
  }

  void open(Transport transport, Transport.Head head, ReplayBuffer.Playback audio) {
    try {
      call = transport.send(head, audio, this);
    } catch (RuntimeException e) {
      lost(e);
    }
  }

  /** Whether the service wants the audio. */
  boolean isAgreed() {
    return agreed;
  }

  void audioAvailable() {
    if (call != null) {
      call.audioAvailable();
    }
  }

  /** Gives it up, and cuts its connection if it is not over. */
  void cancel() {
    over = true;
    if (call != null) {
      call.cancel();
    }
  }

  @Override
  public void agreed() {
    dispatch(
        () -> {
          agreed = true;
          owner.agreed();
        });
  }

  /** Told once for all that was sent until it can be told: a fast upload must not pile it up. */
  @Override
  public void sent() {
    if (sentAwaits.compareAndSet(false, true)) {
      dispatch(
          () -> {
            sentAwaits.set(false);
            owner.sent();
          });
    }
  }

  @Override
  public void answered(Transport.Answer answer) {
    dispatch(() -> owner.answered(answer));
  }

  @Override
  public void lost(Exception cause) {
    dispatch(() -> owner.lost(cause));
  }

  private void dispatch(Runnable event) {
    executor.execute(
        () -> {
          if (!over) {
            event.run();
          }
        });
  }
}
