package org.speechservlet.local;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.speechservlet.local.answer.KnownAnswers;

/** Finds the endpoint of a request. Paths are compared without regard to case. */
final class SpeechApi extends Handler.Abstract {

  /** The path of the token service. */
  static final String TOKEN_PATH = "/sts/v1.0/issueToken";

  private final Map<String, Endpoint> endpoints = new HashMap<>();
  private final FaultsEndpoint faultsEndpoint;
  private final AnswerWriter answers;
  private final LongSupplier nanoTime;

  SpeechApi(SpeechEngine engine, Wiring wiring) {
    this.faultsEndpoint = new FaultsEndpoint(wiring.faults(), wiring.answers());
    this.answers = wiring.answers();
    this.nanoTime = wiring.nanoTime();
    put(TOKEN_PATH, new TokenEndpoint(wiring));
    for (RecognitionMode mode : RecognitionMode.values()) {
      Endpoint endpoint = new RecognitionEndpoint(mode, engine, wiring);
      put(recognitionPath(mode), endpoint);
      put("/stt" + recognitionPath(mode), endpoint);
    }
  }

  /** The path of this mode on a regional host; on a custom domain {@code /stt} comes before it. */
  static String recognitionPath(RecognitionMode mode) {
    return "/speech/recognition/" + lowerCase(mode.name()) + "/cognitiveservices/v1";
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange exchange = new Exchange(request, response, callback, nanoTime);
    exchange.runOrFail(() -> route(exchange));
    return true;
  }

  private void route(Exchange exchange) {
    String path =
        Optional.ofNullable(exchange.request().getHttpURI().getCanonicalPath()).orElse("");
    Optional<Endpoint> endpoint = Optional.ofNullable(endpoints.get(lowerCase(path)));
    if (FaultsEndpoint.isAt(path)) {
      faultsEndpoint.serve(exchange, path);
    } else if (endpoint.isEmpty()) {
      answers.send(exchange, KnownAnswers.notFound());
    } else if (HttpMethod.POST.is(exchange.request().getMethod())) {
      endpoint.get().serve(exchange);
    } else {
      answers.send(exchange, KnownAnswers.methodNotAllowed("POST"));
    }
  }

  private void put(String path, Endpoint endpoint) {
    endpoints.put(lowerCase(path), endpoint);
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
