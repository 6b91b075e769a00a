package org.speechservlet.upstream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transport whose exchanges do what the test says. */
final class FakeTransport implements Transport {

  /** One exchange. */
  static final class Exchange implements Call {
    final Head head;
    final Events events;
    private final ReplayBuffer.Playback audio;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private int wakeUps;
    private boolean cancelled;

    Exchange(Head head, ReplayBuffer.Playback audio, Events events) {
      this.head = head;
      this.audio = audio;
      this.events = events;
    }

    /** Takes what is there, as long as it fits, and tells so. */
    void take(int maxBytes) {
      int[] left = {maxBytes};
      try {
        long taken =
            audio.sendTo(
                bytes -> {
                  int count = Math.min(left[0], bytes.remaining());
                  byte[] copy = new byte[count];
                  bytes.get(copy);
                  received.writeBytes(copy);
                  left[0] -= count;
                  return count;
                });
        if (taken > 0) {
          events.sent();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void takeAll() {
      take(Integer.MAX_VALUE);
    }

    void answer(int status, String body) {
      answer(status, body, null);
    }

    void answer(int status, String body, @Nullable String retryAfter) {
      events.answered(new Answer(status, body, retryAfter, false));
    }

    byte[] received() {
      return received.toByteArray();
    }

    boolean isAudioEnded() {
      return audio.isDrained();
    }

    boolean isCancelled() {
      return cancelled;
    }

    int wakeUps() {
      return wakeUps;
    }

    @Override
    public void audioAvailable() {
      wakeUps++;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  private final List<Exchange> exchanges = new ArrayList<>();
  private @Nullable RuntimeException failure;

  @Override
  public Call send(Head head, ReplayBuffer.Playback audio, Events events) {
    if (failure != null) {
      throw failure;
    }
    Exchange exchange = new Exchange(head, audio, events);
    exchanges.add(exchange);
    return exchange;
  }

  void failWith(RuntimeException newFailure) {
    failure = newFailure;
  }

  int count() {
    return exchanges.size();
  }

  Exchange last() {
    return exchanges.get(exchanges.size() - 1);
  }

  Exchange at(int index) {
    return exchanges.get(index);
  }
}
