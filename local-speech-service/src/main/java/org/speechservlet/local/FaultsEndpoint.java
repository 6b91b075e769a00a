package org.speechservlet.local;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.speechservlet.local.answer.Answer;
import org.speechservlet.local.answer.KnownAnswers;
import org.speechservlet.local.fault.Faults;

/**
 * {@code /faults}: GET shows what is set, POST sets one fault from form fields, DELETE clears all,
 * or one by its number. Only for programs on this machine: requests from elsewhere, and those that
 * a web page makes, are refused.
 */
final class FaultsEndpoint {

  private static final String PATH = "/faults";
  private static final String METHODS = "GET, POST, DELETE";
  private static final int MAX_FIELDS = 20;
  private static final int MAX_FORM_BYTES = 8 * 1024;

  private final Faults faults;
  private final AnswerWriter answers;

  FaultsEndpoint(Faults faults, AnswerWriter answers) {
    this.faults = faults;
    this.answers = answers;
  }

  /** Tells whether this path is here. */
  static boolean isAt(String path) {
    return path.equals(PATH) || path.startsWith(PATH + "/");
  }

  /** Starts to serve the exchange, and sees to it that it ends. */
  void serve(Exchange exchange, String path) {
    if (!isFromThisMachine(exchange) || isFromWebPage(exchange)) {
      answers.send(exchange, refusal());
      return;
    }
    boolean isForAll = path.equals(PATH);
    switch (exchange.request().getMethod() + (isForAll ? "" : " one")) {
      case "GET" -> answers.send(exchange, state(200));
      case "POST" -> add(exchange);
      case "DELETE" -> answers.send(exchange, clear());
      case "DELETE one" -> answers.send(exchange, remove(path.substring(PATH.length() + 1)));
      default -> answers.send(exchange, KnownAnswers.methodNotAllowed(METHODS));
    }
  }

  private static boolean isFromThisMachine(Exchange exchange) {
    return exchange.request().getConnectionMetaData().getRemoteSocketAddress()
            instanceof InetSocketAddress remote
        && remote.getAddress().isLoopbackAddress();
  }

  private static boolean isFromWebPage(Exchange exchange) {
    return exchange.header(HttpHeader.ORIGIN.asString()).isPresent()
        || exchange.header("Sec-Fetch-Site").isPresent();
  }

  private void add(Exchange exchange) {
    FormFields.onFields(
        exchange.request(),
        StandardCharsets.UTF_8,
        MAX_FIELDS,
        MAX_FORM_BYTES,
        Promise.Invocable.from(
            InvocationType.BLOCKING,
            fields -> answers.send(exchange, add(fields)),
            failure -> answers.send(exchange, text(400, "The form cannot be read"))));
  }

  private Answer add(Fields fields) {
    try {
      int id = faults.add(new FaultForm(fields).read());
      return state(201).with("Location", PATH + "/" + id);
    } catch (IllegalArgumentException | IllegalStateException e) {
      return text(400, String.valueOf(e.getMessage()));
    }
  }

  private Answer clear() {
    faults.clear();
    return state(200);
  }

  private Answer remove(String id) {
    boolean isRemoved = id.matches("[0-9]{1,9}") && faults.remove(Integer.parseInt(id));
    return isRemoved ? state(200) : text(404, "No fault has the number " + id);
  }

  private Answer state(int status) {
    return Answer.of(status, "application/json", FaultJson.of(faults.list()));
  }

  private static Answer refusal() {
    return text(403, "Faults are set from this machine only, and not by web pages");
  }

  private static Answer text(int status, String message) {
    return Answer.of(status, "text/plain; charset=utf-8", message + "\n");
  }
}
