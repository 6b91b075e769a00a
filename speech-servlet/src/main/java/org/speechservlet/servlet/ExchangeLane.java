package org.speechservlet.servlet;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where one exchange runs; it is there before the exchange is. Thread-safe. */
final class ExchangeLane implements LiveUpload.Exchange {
  private final SerialExecutor executor = new SerialExecutor(this::crashed);
  private volatile @Nullable SpeechExchange exchange;

  /** To be called once, before anything is executed. */
  void open(SpeechExchange newExchange) {
    exchange = newExchange;
  }

  SpeechExchange exchange() {
    SpeechExchange opened = exchange;
    if (opened == null) {
      throw new IllegalStateException("there is no exchange yet");
    }
    return opened;
  }

  private void crashed(Throwable failure) {
    exchange().crashed(failure);
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(task);
  }

  @Override
  public void refuse(Problem problem) {
    exchange().refuse(problem);
  }

  @Override
  public void cancel() {
    exchange().cancel();
  }

  @Override
  public Duration uploadTimeLeft() {
    return exchange().uploadTimeLeft();
  }
}
