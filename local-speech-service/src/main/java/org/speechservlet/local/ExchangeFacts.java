package org.speechservlet.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * What the access log tells about one exchange, collected while it happens. Used by one thread at a
 * time.
 */
final class ExchangeFacts {

  private static final String ATTRIBUTE = ExchangeFacts.class.getName();
  private static final String CONNECTION_ID = "X-ConnectionId";

  /** 32 hex digits; other forms are ignored, as the Speech API does. */
  private static final Pattern CONNECTION_ID_FORM = Pattern.compile("[0-9A-Fa-f]{32}");

  private final LongSupplier nanoTime;
  private final long startNanos;
  private final String connectionId;
  private final List<String> notes = new ArrayList<>();
  private Optional<Duration> firstAudioByte = Optional.empty();
  private Optional<Duration> answered = Optional.empty();
  private Optional<Duration> audio = Optional.empty();
  private boolean isCut;

  private ExchangeFacts(LongSupplier nanoTime, String connectionId) {
    this.nanoTime = nanoTime;
    this.startNanos = nanoTime.getAsLong();
    this.connectionId = connectionId;
  }

  /** Starts collecting, from now on. */
  static ExchangeFacts start(Request request, Fields query, LongSupplier nanoTime) {
    String header = request.getHeaders().get(CONNECTION_ID);
    String id = header == null ? query.getValue(CONNECTION_ID) : header;
    boolean isValid = id != null && CONNECTION_ID_FORM.matcher(id).matches();
    ExchangeFacts facts = new ExchangeFacts(nanoTime, isValid ? id : "-");
    request.setAttribute(ATTRIBUTE, facts);
    return facts;
  }

  /** The facts of this request; empty when it never came to be an exchange. */
  static Optional<ExchangeFacts> of(Request request) {
    return Optional.ofNullable((ExchangeFacts) request.getAttribute(ATTRIBUTE));
  }

  /** The time since the start. */
  Duration elapsed() {
    return Duration.ofNanos(nanoTime.getAsLong() - startNanos);
  }

  /** Something to remark, without commas. */
  void note(String note) {
    notes.add(note);
  }

  /** A byte of audio has come. */
  void audioByteRead() {
    if (firstAudioByte.isEmpty()) {
      firstAudioByte = Optional.of(elapsed());
    }
  }

  /** The connection has come to its end before the exchange has. */
  void cut() {
    isCut = true;
  }

  /** Tells whether {@link #cut()} was called. */
  boolean isCut() {
    return isCut;
  }

  /** This much audio has been decoded. */
  void audioDecoded(Duration duration) {
    audio = Optional.of(duration);
  }

  /** The answer is on its way. */
  void answered() {
    if (answered.isEmpty()) {
      answered = Optional.of(elapsed());
    }
  }

  /** Everything in one line, after the connection id, method, path and status. */
  String describe() {
    StringBuilder line = new StringBuilder();
    audio.ifPresent(value -> line.append(" audio=").append(seconds(value)));
    firstAudioByte.ifPresent(value -> line.append(" first-byte=").append(seconds(value)));
    line.append(" total=").append(seconds(answered.orElseGet(this::elapsed)));
    if (!notes.isEmpty()) {
      line.append(" (").append(String.join(", ", notes)).append(')');
    }
    return line.toString();
  }

  String connectionId() {
    return connectionId;
  }

  private static String seconds(Duration duration) {
    return "%.3fs".formatted(duration.toNanos() / 1e9);
  }
}
