package org.speechservlet.local;

import java.util.Optional;
import org.speechservlet.local.answer.Answer;
import org.speechservlet.local.answer.KnownAnswers;
import org.speechservlet.local.fault.Fault;
import org.speechservlet.local.fault.Faults;
import org.speechservlet.local.fault.Target;
import org.speechservlet.local.token.Fingerprint;
import org.speechservlet.local.token.TokenAuthority;

/** {@code POST /sts/v1.0/issueToken}: a key against a token. The request's body is ignored. */
final class TokenEndpoint implements Endpoint {

  private static final String JWT_TYPE = "application/jwt; charset=us-ascii";

  private final TokenAuthority authority;
  private final SubscriptionKeys keys;
  private final Faults faults;
  private final FaultActor faultActor;

  TokenEndpoint(Wiring wiring) {
    this.authority = wiring.authority();
    this.keys = wiring.keys();
    this.faults = wiring.faults();
    this.faultActor = wiring.faultActor();
  }

  @Override
  public void serve(Exchange exchange) {
    Optional<Fault> fault = faults.takeAtStart(Target.TOKEN, Optional.empty());
    if (fault.isPresent()) {
      faultActor.perform(fault.get().action(), exchange, () -> answer(exchange));
    } else {
      answer(exchange);
    }
  }

  private void answer(Exchange exchange) {
    faultActor.answer(exchange, issue(exchange), faults.takeAfterStart(Target.TOKEN));
  }

  private Answer issue(Exchange exchange) {
    Optional<String> keyName = exchange.header(SubscriptionKeys.HEADER).flatMap(keys::nameOf);
    if (keyName.isEmpty()) {
      exchange.facts().note("key missing or wrong");
      return KnownAnswers.invalidCredential();
    }
    String token = authority.issue();
    exchange.facts().note("token " + Fingerprint.of(token) + " for " + keyName.get());
    return Answer.of(200, JWT_TYPE, token);
  }
}
