package org.speechservlet.metrics;

import static org.speechservlet.metrics.MeterForm.counter;
import static org.speechservlet.metrics.MeterForm.gauge;
import static org.speechservlet.metrics.MeterForm.none;
import static org.speechservlet.metrics.MeterForm.recorded;

import java.util.Arrays;
import java.util.Optional;

/** Everything that monitoring is shown, in the order of the README's table. */
@SuppressWarnings("ImmutableEnumChecker") // its functions read what they are given, no more
enum Measure {
  RECOGNITIONS_IN_FLIGHT(
      "RecognitionsInFlight",
      "recognitions",
      "in flight now, live uploads among them",
      gauge("speech.recognitions.active", SpeechMXBean::getRecognitionsInFlight)),
  RECOGNITIONS_LIMIT(
      "RecognitionsLimit",
      "recognitions",
      "`speech.max-concurrent`",
      gauge("speech.recognitions.max", SpeechMXBean::getRecognitionsLimit)),
  RECOGNITIONS_BY_OUTCOME(
      "RecognitionsByOutcome",
      "recognitions",
      "ended, by outcome: the Speech API's word or the problem's type; in Micrometer the count of `speech.recognition`",
      none()),
  REJECTED_BY_REASON(
      "RejectedByReason",
      "recognitions",
      "those of them answered with 4xx or 503, by the problem's type; tag `reason`",
      recorded("speech.recognitions.rejected")),
  RECOGNITION_TIME(
      "",
      "seconds",
      "a whole recognition, from its first request to its answer; tag `outcome`",
      recorded("speech.recognition")),
  FIRST_BYTE_TIME(
      "",
      "seconds",
      "from its first request until audio is in the connection upstream",
      recorded("speech.first.byte")),
  ANSWER_TIME(
      "",
      "seconds",
      "from the last byte of its upload to its answer: what one waits for after speaking",
      recorded("speech.answer")),
  AUDIO(
      "AudioSeconds",
      "seconds",
      "audio in the recognitions that have ended",
      recorded("speech.audio")),
  RECEIVED(
      "ReceivedBytes",
      "bytes",
      "what browsers sent in them",
      counter("speech.received", SpeechMXBean::getReceivedBytes)),
  SENT(
      "SentBytes",
      "bytes",
      "audio made of that for the Speech API; what was sent again counts once",
      counter("speech.sent", SpeechMXBean::getSentBytes)),
  LIVE_UPLOADS(
      "LiveUploads",
      "uploads",
      "in many requests, going on now",
      gauge("speech.uploads.live", SpeechMXBean::getLiveUploads)),
  WAITING_UPLOADS(
      "WaitingUploads",
      "uploads",
      "those of them that wait for their next request",
      gauge("speech.uploads.waiting", SpeechMXBean::getWaitingUploads)),
  KEPT_ANSWERS(
      "KeptAnswers",
      "answers",
      "kept of uploads that have ended, for who asks again",
      gauge("speech.uploads.kept", SpeechMXBean::getKeptAnswers)),
  REPLAY(
      "ReplayBytes",
      "bytes",
      "audio kept now to send it again",
      gauge("speech.replay.used", SpeechMXBean::getReplayBytes)),
  REPLAY_LIMIT(
      "ReplayLimitBytes",
      "bytes",
      "`speech.replay.max-total-bytes`",
      gauge("speech.replay.max", SpeechMXBean::getReplayLimitBytes)),
  CONNECTIONS_LEASED(
      "UpstreamConnectionsLeased",
      "connections",
      "to the Speech API, that carry a request",
      gauge("speech.upstream.connections.leased", SpeechMXBean::getUpstreamConnectionsLeased)),
  CONNECTIONS_AVAILABLE(
      "UpstreamConnectionsAvailable",
      "connections",
      "open for the next request",
      gauge(
          "speech.upstream.connections.available", SpeechMXBean::getUpstreamConnectionsAvailable)),
  CONNECTIONS_PENDING(
      "UpstreamConnectionsPending",
      "requests",
      "waiting for a connection",
      gauge("speech.upstream.connections.pending", SpeechMXBean::getUpstreamConnectionsPending)),
  TOKEN_MODE(
      "TokenMode",
      "",
      "what is sent: `token`, `custom` (of the application's own source), `key`, `none`",
      none()),
  TOKEN_STATE(
      "TokenState",
      "",
      "`none` yet, `fresh`, `stale` (handed out, renewal due), `expired`, `closed`",
      none()),
  TOKEN_USABLE(
      "TokenUsable",
      "",
      "whether the next request is authorized at once; in Micrometer 1 or 0",
      gauge("speech.token.usable", source -> source.isTokenUsable() ? 1 : 0)),
  TOKEN_AGE(
      "TokenAgeSeconds",
      "seconds",
      "since the present token was asked for, or the key read",
      gauge("speech.token.age", source -> MeterForm.orNaN(source.getTokenAgeSeconds()))),
  TOKEN_REMAINING(
      "TokenRemainingSeconds",
      "seconds",
      "for which the present token is still handed out",
      gauge(
          "speech.token.remaining", source -> MeterForm.orNaN(source.getTokenRemainingSeconds()))),
  TOKEN_NEXT_ATTEMPT(
      "TokenNextAttemptSeconds",
      "seconds",
      "until the next renewal or retry; 0 while one is in flight",
      none()),
  TOKEN_KEY("TokenKeyInUse", "", "`primary` or `secondary`", none()),
  TOKEN_WAITING(
      "TokenWaiting",
      "requests",
      "that wait for a token now",
      gauge("speech.token.waiting", SpeechMXBean::getTokenWaiting)),
  TOKEN_RENEWALS(
      "TokenRenewals",
      "renewals",
      "that brought a token, the first one among them",
      counter("speech.token.renewals", SpeechMXBean::getTokenRenewals)),
  TOKEN_FAILURES(
      "TokenFailures",
      "failures",
      "of renewals",
      counter("speech.token.failures", SpeechMXBean::getTokenFailures)),
  TOKEN_CONSECUTIVE(
      "TokenConsecutiveFailures",
      "failures",
      "since the last success",
      gauge("speech.token.failures.consecutive", SpeechMXBean::getTokenConsecutiveFailures)),
  TOKEN_LAST_FAILURE(
      "TokenLastFailure",
      "",
      "what happened last, the likely cause and the remedy; kept after recovery",
      none()),
  TOKEN_LAST_FAILURE_TIME("TokenLastFailureTime", "", "when, ISO 8601 in UTC", none());

  private final String attribute;
  private final String unit;
  private final String meaning;
  private final MeterForm meter;

  /**
   * @param attribute of the MBean; empty if it has none
   * @param unit Micrometer's word for it, in the plural; empty for what is not counted
   */
  Measure(String attribute, String unit, String meaning, MeterForm meter) {
    this.attribute = attribute;
    this.unit = unit;
    this.meaning = meaning;
    this.meter = meter;
  }

  /** The measure that an attribute of the MBean shows. */
  static Optional<Measure> ofAttribute(String name) {
    return Arrays.stream(values()).filter(measure -> measure.attribute.equals(name)).findAny();
  }

  String attribute() {
    return attribute;
  }

  String unit() {
    return unit;
  }

  String meaning() {
    return meaning;
  }

  MeterForm meter() {
    return meter;
  }
}
