package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.ProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.speechservlet.upstream.UpstreamDiagnosis.Expected;
import org.speechservlet.upstream.UpstreamException.Kind;

class UpstreamDiagnosisTest {
  private static final String SECRET = "abcdefghijklmnopqrstuvwxyz012345";
  private static final Redaction REDACTION = Redaction.of(new FakeCredentials.Token(SECRET));

  private final UpstreamDiagnosis diagnosis =
      new UpstreamDiagnosis(URI.create("https://westeurope.stt.speech.microsoft.com/speech"));

  @ParameterizedTest
  @CsvSource({
    "301, '', FAILED, speech.recognition-uri",
    "302, '', FAILED, not followed",
    "307, '', FAILED, not followed",
    "308, '', FAILED, not followed",
    "400, '{\"Message\":\"Invalid CID or language\"}', UNKNOWN_LANGUAGE, speech.languages",
    "400, '{\"Message\":\"Unsupported audio format\"}', UNSUPPORTED_AUDIO, does not take this audio",
    "400, 'Bad Request', FAILED, speech.recognition-uri",
    "401, '', REFUSED, key and region",
    "403, '', REFUSED, network rules",
    "404, '', FAILED, path of speech.recognition-uri",
    "405, '', FAILED, path of speech.recognition-uri",
    "407, '', FAILED, https.proxyUser",
    "408, '', FAILED, too slowly",
    "417, '', FAILED, Expect",
    "429, '', OVERLOADED, speech.max-concurrent",
    "500, '', FAILED, try again later",
    "503, '', FAILED, try again later",
    "204, '', FAILED, try again later",
  })
  void status_isNamedWithItsRemedy(int status, String body, Kind kind, String remedy) {
    UpstreamException failure = diagnosis.status(answer(status, body), null, true, REDACTION);

    assertEquals(kind, failure.kind());
    assertContains(failure, "westeurope.stt.speech.microsoft.com answered HTTP " + status);
    assertContains(failure, remedy);
  }

  @Test
  void refusal_saysWhetherTheCredentialWasRenewed() {
    assertContains(
        diagnosis.status(answer(401, ""), null, true, REDACTION), "also with a renewed credential");
    assertContains(diagnosis.status(answer(401, ""), null, false, REDACTION), "no longer held");
  }

  @Test
  void retryAfter_isPassedOn() {
    assertEquals(
        Duration.ofSeconds(7),
        diagnosis.status(answer(429, ""), Duration.ofSeconds(7), false, REDACTION).retryAfter());
  }

  @ParameterizedTest
  @CsvSource({"403, speech.proxy", "407, https.proxyUser", "502, speech.proxy"})
  void refusedTunnel_isTheProxysDoing(int status, String remedy) {
    UpstreamException failure =
        diagnosis.status(
            new Transport.Answer(status, "denied by policy", null, true), null, false, REDACTION);

    assertEquals(Kind.FAILED, failure.kind());
    assertContains(failure, "The proxy refused a tunnel to westeurope");
    assertContains(failure, "denied by policy");
    assertContains(failure, remedy);
  }

  @Test
  void unintelligibleAnswer_isQuotedOnOneLine() {
    UpstreamException failure =
        diagnosis.unintelligible(answer(200, "<html>\r\n<b>log in</b>"), REDACTION);

    assertEquals(Kind.FAILED, failure.kind());
    assertContains(failure, "21 characters");
    assertContains(failure, "\"<html> <b>log in</b>\"");
    assertContains(failure, "speech.recognition-uri");
  }

  @ParameterizedTest
  @EnumSource
  void timeout_saysWhatDidNotHappenAndTheLimit(Expected expected) {
    UpstreamException failure = diagnosis.timeout(Duration.ofSeconds(30), expected);

    assertEquals(Kind.TIMEOUT, failure.kind());
    assertContains(failure, "for PT30S (speech.response-timeout)");
    assertContains(
        failure,
        switch (expected) {
          case AGREEMENT -> "did not take the request";
          case TAKING -> "took no audio";
          case ANSWER -> "gave no answer";
        });
  }

  static Stream<Arguments> losses() {
    return Stream.of(
        loss(new UnknownHostException("westeurope: unknown"), Kind.FAILED, "speech.region"),
        loss(new ConnectTimeoutException("slow", null), Kind.TIMEOUT, "in time (slow)"),
        loss(new ConnectException("Connection refused"), Kind.FAILED, "speech.proxy"),
        loss(new SocketTimeoutException("10 min"), Kind.TIMEOUT, "was silent for too long"),
        loss(new ConnectionRequestTimeoutException("x"), Kind.OVERLOADED, "No free connection"),
        loss(new SSLHandshakeException("PKIX"), Kind.FAILED, "trust store"),
        loss(new ContentTooLongException("256 KiB"), Kind.FAILED, "sent too much: 256 KiB"),
        loss(new ProtocolException("SSH-2.0"), Kind.FAILED, "did not answer in HTTP (SSH-2.0)"),
        loss(new CancellationException(), Kind.FAILED, "is being stopped"),
        loss(new SocketException("Broken pipe"), Kind.FAILED, "(Broken pipe, SocketException)"),
        loss(new IOException(), Kind.FAILED, "was lost before an answer came"),
        loss(new IllegalStateException("defect"), Kind.FAILED, "(defect, IllegalStateException)"));
  }

  private static Arguments loss(Exception cause, Kind kind, String remedy) {
    return Arguments.of(cause, kind, remedy);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void loss_isNamedWithItsRemedy(Exception cause, Kind kind, String remedy) {
    UpstreamException failure = diagnosis.loss(cause, REDACTION);

    assertEquals(kind, failure.kind());
    assertContains(failure, "westeurope.stt.speech.microsoft.com");
    assertContains(failure, remedy);
    assertSame(cause, failure.getCause());
  }

  @Test
  void loss_withoutText_doesNotSayNull() {
    assertFalse(message(diagnosis.loss(new IOException(), REDACTION)).contains("null"));
    assertFalse(message(diagnosis.loss(new SocketTimeoutException(), REDACTION)).contains("null"));
  }

  @Test
  void credentialSentBack_isInNoMessage() {
    String echo = "POST /speech HTTP/1.1\r\nAuthorization: Bearer " + SECRET + "\r\n";
    ProtocolException parsing = new ProtocolException("Invalid status line: " + echo);

    assertClean(diagnosis.status(answer(400, echo), null, true, REDACTION));
    assertClean(diagnosis.status(answer(503, echo), null, true, REDACTION));
    assertClean(
        diagnosis.status(new Transport.Answer(502, echo, null, true), null, true, REDACTION));
    assertClean(diagnosis.unintelligible(answer(200, echo), REDACTION));
    assertClean(diagnosis.loss(parsing, REDACTION));
    assertNull(diagnosis.loss(parsing, REDACTION).getCause(), "the cause quotes it");
  }

  @Test
  void userInfoInTheUri_isInNoMessage() {
    UpstreamDiagnosis careless =
        new UpstreamDiagnosis(URI.create("https://user:" + SECRET + "@proxy.example:8443/x"));

    UpstreamException failure = careless.timeout(Duration.ofSeconds(1), Expected.ANSWER);

    assertClean(failure);
    assertContains(failure, "proxy.example:8443 gave no answer");
  }

  private static Transport.Answer answer(int status, String body) {
    return new Transport.Answer(status, body, null, false);
  }

  private static String message(UpstreamException failure) {
    return String.valueOf(failure.getMessage());
  }

  private static void assertContains(UpstreamException failure, String text) {
    assertTrue(message(failure).contains(text), () -> text + " is not in: " + message(failure));
  }

  private static void assertClean(UpstreamException failure) {
    assertFalse(failure.toString().contains(SECRET), failure::toString);
  }
}
