package org.speechservlet.local;

import java.util.function.LongSupplier;
import org.speechservlet.local.fault.Faults;
import org.speechservlet.local.token.TokenAuthority;

/**
 * What the endpoints of one service share.
 *
 * @param options how the service runs
 * @param keys the keys that are accepted
 * @param authority issues tokens, and checks them
 * @param faults what is to go wrong
 * @param delayer lets time pass
 * @param nanoTime measures elapsed time, as {@link System#nanoTime()} does
 */
record Wiring(
    LocalSpeechOptions options,
    SubscriptionKeys keys,
    TokenAuthority authority,
    Faults faults,
    Delayer delayer,
    LongSupplier nanoTime) {

  AnswerWriter answers() {
    return new AnswerWriter(delayer);
  }

  FaultActor faultActor() {
    return new FaultActor(answers(), delayer);
  }
}
