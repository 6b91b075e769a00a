package org.speechservlet.local;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.speechservlet.local.answer.KnownAnswers;
import org.speechservlet.local.fault.Fault;
import org.speechservlet.local.fault.Target;

/**
 * {@code POST /speech/recognition/{mode}/cognitiveservices/v1}: audio against text. Everything that
 * the headers tell is checked before any audio is asked for.
 */
final class RecognitionEndpoint implements Endpoint {

  private static final Duration RETRY_AFTER_BUSY = Duration.ofSeconds(1);

  private final RecognitionMode mode;
  private final CredentialCheck credentials;
  private final SpeechEngine engine;
  private final Wiring wiring;
  private final Map<String, ProfanityFilter> filters = new ConcurrentHashMap<>();

  RecognitionEndpoint(RecognitionMode mode, SpeechEngine engine, Wiring wiring) {
    this.mode = mode;
    this.credentials = new CredentialCheck(wiring.authority(), wiring.keys());
    this.engine = engine;
    this.wiring = wiring;
  }

  @Override
  public void serve(Exchange exchange) {
    Optional<Fault> fault = wiring.faults().takeAtStart(Target.RECOGNITION, tokenId(exchange));
    if (fault.isPresent()) {
      wiring.faultActor().perform(fault.get().action(), exchange, () -> admit(exchange));
    } else {
      admit(exchange);
    }
  }

  private static Optional<String> tokenId(Exchange exchange) {
    return Credential.of(exchange.request().getHeaders()) instanceof Credential.Bearer bearer
        ? Optional.of(bearer.fingerprint())
        : Optional.empty();
  }

  private void admit(Exchange exchange) {
    try {
      credentials.check(exchange);
      RecognitionParameters parameters = new QueryReader(exchange.query(), engine).read(mode);
      Listener listener = listener(exchange, parameters.languageTag());
      new Recognition(exchange, listener, results(exchange, parameters), wiring).start();
    } catch (RefusedException e) {
      exchange.facts().note(String.valueOf(e.getMessage()));
      wiring.answers().send(exchange, e.answer());
    }
  }

  private Listener listener(Exchange exchange, String languageTag) throws RefusedException {
    DeclaredAudio audio = DeclaredAudio.of(exchange.header(HttpHeader.CONTENT_TYPE.asString()));
    if (audio instanceof DeclaredAudio.Heard heard) {
      return new SpeechListener(
          heard.format(), open(languageTag), wiring.options().maxAudio(), exchange.facts());
    }
    if (audio instanceof DeclaredAudio.Unheard) {
      exchange.facts().note("Content-Type with an unknown codec: taken for silence");
      return new DeafListener();
    }
    throw new RefusedException(
        "Content-Type is neither audio/wav nor audio/ogg", KnownAnswers.unsupportedAudio());
  }

  private SpeechEngine.Utterance open(String languageTag) throws RefusedException {
    try {
      return engine.open(languageTag);
    } catch (EngineBusyException e) {
      throw new RefusedException(
          String.valueOf(e.getMessage()),
          KnownAnswers.throttled().withRetryAfter(RETRY_AFTER_BUSY));
    }
  }

  private ResultAnswers results(Exchange exchange, RecognitionParameters parameters) {
    ProfanityFilter filter =
        filters.computeIfAbsent(parameters.languageTag(), ProfanityFilter::forLanguage);
    return new ResultAnswers(parameters, filter, exchange.facts());
  }
}
