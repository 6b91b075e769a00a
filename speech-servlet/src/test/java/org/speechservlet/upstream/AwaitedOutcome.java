package org.speechservlet.upstream;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Waits for what a recognition tells, in the order in which it tells it. Thread-safe. */
final class AwaitedOutcome implements Recognition.Listener {
  private enum Sign {
    READY,
    DEMAND
  }

  private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();

  @Override
  public void ready() {
    told.add(Sign.READY);
  }

  @Override
  public void demand() {
    told.add(Sign.DEMAND);
  }

  @Override
  public void answered(Transcript transcript) {
    told.add(transcript);
  }

  @Override
  public void unauthorized(Throwable reason) {
    told.add(reason);
  }

  @Override
  public void failed(UpstreamException failure) {
    told.add(failure);
  }

  void awaitReady() throws InterruptedException {
    awaitSign(Sign.READY);
  }

  void awaitDemand() throws InterruptedException {
    awaitSign(Sign.DEMAND);
  }

  /** Whether there is demand after all; if not, nothing moves any more. */
  boolean isDemandToldWithin(Duration patience) throws InterruptedException {
    return told.poll(patience.toMillis(), TimeUnit.MILLISECONDS) == Sign.DEMAND;
  }

  private void awaitSign(Sign sign) throws InterruptedException {
    Object next = next(sign.name());
    if (next != sign) {
      throw new AssertionError("expected " + sign + " and not: " + next);
    }
  }

  Transcript awaitTranscript() throws InterruptedException {
    Object next = next("a transcript");
    if (next instanceof Transcript transcript) {
      return transcript;
    }
    throw new AssertionError("expected a transcript and not: " + next);
  }

  UpstreamException awaitFailure() throws InterruptedException {
    Object next = next("a failure");
    if (next instanceof UpstreamException failure) {
      return failure;
    }
    throw new AssertionError("expected a failure and not: " + next);
  }

  /** The first outcome, whatever may be told before. */
  Object awaitEnd() throws InterruptedException {
    Object next = next("an end");
    while (next instanceof Sign) {
      next = next("an end");
    }
    return next;
  }

  boolean isNothingTold() {
    return told.isEmpty();
  }

  private Object next(String expected) throws InterruptedException {
    Object next = told.poll(ScriptedPeer.PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError(
          expected + " was not told for " + ScriptedPeer.PATIENCE_SECONDS + " s");
    }
    return next;
  }
}
