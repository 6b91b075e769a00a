package org.speechservlet.local;

import java.util.Optional;
import org.speechservlet.local.answer.Answer;
import org.speechservlet.local.fault.Action;
import org.speechservlet.local.fault.Fault;
import org.speechservlet.local.fault.Moment;

/** Makes faults happen to exchanges. Thread-safe. */
final class FaultActor {

  private final AnswerWriter answers;
  private final Delayer delayer;

  FaultActor(AnswerWriter answers, Delayer delayer) {
    this.answers = answers;
    this.delayer = delayer;
  }

  /** Sends the answer, with the fault that is still to happen to it, if there is one. */
  void answer(Exchange exchange, Answer answer, Optional<Fault> fault) {
    Optional<Moment> moment = fault.map(Fault::moment);
    if (moment.equals(Optional.of(Moment.IN_ANSWER))) {
      answers.send(exchange, answer, fault.map(Fault::action));
    } else if (moment.equals(Optional.of(Moment.BEFORE_ANSWER))) {
      perform(fault.orElseThrow().action(), exchange, () -> answers.send(exchange, answer));
    } else {
      answers.send(exchange, answer);
    }
  }

  /**
   * Does what the action says, before the answer has begun.
   *
   * @param goOn what would happen without the fault: runs after a stall, or not at all
   */
  void perform(Action action, Exchange exchange, Runnable goOn) {
    if (action instanceof Action.Respond respond) {
      exchange.facts().note("fault: answer");
      answers.send(exchange, respond.answer());
    } else if (action instanceof Action.Stall stall) {
      exchange.facts().note("fault: stall of " + stall.time());
      delayer.runAfter(stall.time(), () -> exchange.runOrFail(goOn));
    } else if (action instanceof Action.Reset) {
      ConnectionCut.reset(exchange);
    } else if (action instanceof Action.Disconnect) {
      ConnectionCut.disconnect(exchange);
    } else if (action instanceof Action.Garbage) {
      ConnectionCut.garbage(exchange);
    } else {
      throw new IllegalArgumentException("An early answer is no matter of the connection");
    }
  }
}
