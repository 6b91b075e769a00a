package org.speechservlet.local;

import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.speechservlet.local.answer.Answer;
import org.speechservlet.local.answer.KnownAnswers;
import org.speechservlet.local.audio.MalformedAudioException;
import org.speechservlet.local.fault.Action;
import org.speechservlet.local.fault.Fault;
import org.speechservlet.local.fault.Moment;
import org.speechservlet.local.fault.Target;

/**
 * One recognition that was admitted, from the first demand for its audio to the start of its
 * answer.
 *
 * <pre>
 *                 first demand             last byte, early answer,
 *                 (sends 100)             broken audio, no more audio
 *   admitted --------------------> listening ----------------> over
 *                                   |     ^                     ^
 *                   fault: stall    v     | time is up          | connection lost
 *                                  stalled -----------------------+
 * </pre>
 *
 * <p>Jetty runs what is demanded, and what listens for failures, one at a time, and so serializes
 * all of this.
 */
final class Recognition {

  private final Exchange exchange;
  private final Listener listener;
  private final ResultAnswers results;
  private final Wiring wiring;
  private final Optional<Fault> fault;
  private boolean isFaultInMiddleDue;
  private boolean isOver;
  private long bodyBytes;

  /**
   * @param listener hears the audio, and is closed at the end
   * @param results writes what was heard as the client wants it
   */
  Recognition(Exchange exchange, Listener listener, ResultAnswers results, Wiring wiring) {
    this.exchange = exchange;
    this.listener = listener;
    this.results = results;
    this.wiring = wiring;
    this.fault = wiring.faults().takeAfterStart(Target.RECOGNITION);
    this.isFaultInMiddleDue = fault.isPresent() && fault.get().moment() == Moment.MIDDLE;
  }

  /** Asks for the audio. */
  void start() {
    exchange.whenBroken(this::breakOff);
    exchange.demand(this::serve);
  }

  private void serve() {
    exchange.runOrFail(this::listen);
  }

  private void listen() {
    try {
      boolean isMoreThere = true;
      while (isMoreThere && !isOver) {
        isMoreThere = readOn();
      }
    } catch (MalformedAudioException e) {
      exchange.facts().note(String.valueOf(e.getMessage()));
      answer(KnownAnswers.unsupportedAudio());
    } catch (RuntimeException | Error e) {
      end();
      throw e;
    }
  }

  /** Reads one piece of the body; false when the next has to be waited for. */
  private boolean readOn() throws MalformedAudioException {
    Content.Chunk chunk = exchange.read();
    if (chunk == null) {
      exchange.demand(this::serve);
      return false;
    }
    if (Content.Chunk.isFailure(chunk)) {
      fail(chunk.getFailure(), chunk.isLast());
      return false;
    }
    hear(chunk);
    return goOnAfter(chunk.isLast());
  }

  private void hear(Content.Chunk chunk) throws MalformedAudioException {
    if (chunk.hasRemaining()) {
      exchange.facts().audioByteRead();
      bodyBytes += chunk.remaining();
    }
    try {
      listener.hear(chunk.getByteBuffer());
    } finally {
      chunk.release();
    }
  }

  private boolean goOnAfter(boolean isLastPiece) throws MalformedAudioException {
    if (isFaultInMiddleDue && (isLastPiece || bodyBytes >= fault.orElseThrow().bodyBytes())) {
      isFaultInMiddleDue = false;
      happenInMiddle(fault.orElseThrow().action());
      return false;
    }
    if (isLastPiece) {
      finish();
    } else if (exchange.facts().elapsed().compareTo(wiring.options().requestTimeout()) > 0) {
      timeOut();
    }
    return true;
  }

  private void happenInMiddle(Action action) throws MalformedAudioException {
    if (action instanceof Action.AnswerEarly) {
      exchange.facts().note("fault: early answer");
      finish();
    } else if (action instanceof Action.Stall) {
      wiring.faultActor().perform(action, exchange, () -> exchange.demand(this::serve));
    } else {
      end();
      wiring.faultActor().perform(action, exchange, () -> {});
    }
  }

  private void fail(Throwable failure, boolean isConnectionLost) {
    if (failure instanceof TimeoutException && !isConnectionLost) {
      exchange.stopReading();
      timeOut();
    } else {
      breakOff(failure);
    }
  }

  private void timeOut() {
    exchange.facts().note("no more audio in time");
    exchange.closeAfterAnswer();
    answer(KnownAnswers.audioTimedOut());
  }

  private void finish() throws MalformedAudioException {
    answer(bodyBytes == 0 ? KnownAnswers.noAudio() : results.answer(listener.finish()));
  }

  private void answer(Answer answer) {
    end();
    wiring.faultActor().answer(exchange, answer, fault);
  }

  private void breakOff(Throwable reason) {
    if (!isOver) {
      end();
      exchange.abandon(reason);
    }
  }

  private void end() {
    isOver = true;
    listener.close();
  }
}
