package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.upstream.UpstreamException.Kind;

class RecognitionCredentialsTest extends RecognitionScenario {
  @Test
  void credential_thatComesLate_opensTheRequestThen() {
    CompletableFuture<CredentialSource.Credential> late = new CompletableFuture<>();
    credentials.next(() -> late);
    recognition.start();
    assertEquals(0, transport.count());

    timers.advance(ALMOST);
    late.complete(new FakeCredentials.Token("late"));

    assertEquals(new FakeCredentials.Token("late"), transport.last().head.credential());
  }

  @Test
  void credential_thatFails_isToldWithItsReason() {
    IllegalStateException reason = new IllegalStateException("no token");
    credentials.next(() -> CompletableFuture.failedFuture(reason));
    recognition.start();

    assertEquals(List.of("unauthorized"), outcome.told());
    assertSame(reason, outcome.reason());
    assertEquals(0, transport.count());
  }

  @Test
  void credential_null_isToldAsMissing() {
    credentials.next(() -> CompletableFuture.completedFuture(null));
    recognition.start();
    assertInstanceOf(IllegalStateException.class, outcome.reason());
  }

  @Test
  void credentialSource_thatThrows_isToldAsMissing() {
    IllegalStateException defect = new IllegalStateException("defect");
    credentials.next(
        () -> {
          throw defect;
        });
    recognition.start();
    assertSame(defect, outcome.reason());
  }

  @Test
  @SuppressWarnings("NullAway") // the contract is broken on purpose
  void credentialSource_thatGivesNoStage_isToldAsMissing() {
    credentials.next(() -> null);
    recognition.start();
    assertInstanceOf(NullPointerException.class, outcome.reason());
  }

  @Test
  void credential_thatNeverComes_isToldAsMissingInTime() {
    CompletableFuture<CredentialSource.Credential> never = new CompletableFuture<>();
    credentials.next(() -> never);
    recognition.start();
    timers.advance(ALMOST);
    assertEquals(List.of(), outcome.told());
    timers.advance(Duration.ofMillis(1));

    assertEquals(List.of("unauthorized"), outcome.told());
    assertInstanceOf(TimeoutException.class, outcome.reason());
    never.complete(new FakeCredentials.Token("too late"));
    assertEquals(0, transport.count());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void refusal_ofTheHead_renewsOnceAndSendsAgain(int status) {
    recognition.start();
    transport.last().answer(status, "");

    assertEquals(List.of(new FakeCredentials.Token("token-0")), credentials.refused());
    assertEquals(2, transport.count());
    assertEquals(new FakeCredentials.Token("token-1"), transport.last().head.credential());
    transport.last().events.agreed();
    give("one");
    recognition.endOfAudio();
    transport.last().takeAll();
    transport.last().answer(200, HELLO);
    assertEquals(List.of("ready", "answered"), outcome.told());
  }

  @Test
  void refusal_afterAudio_replaysItFromTheFirstByte() {
    recognition.start();
    transport.last().events.agreed();
    give("one ");
    transport.last().takeAll();
    give("two ");
    transport.last().take(2);
    transport.last().answer(401, "");
    give("three");
    recognition.endOfAudio();

    transport.last().events.agreed();
    transport.last().takeAll();

    assertEquals("one two three", received(transport.last()));
    assertEquals(List.of("ready"), outcome.told(), "the audio is asked for once");
  }

  @Test
  void refusal_twice_fails() {
    recognition.start();
    transport.last().answer(401, "");
    transport.last().answer(403, "denied");

    assertEquals(Kind.REFUSED, outcome.failure().kind());
    assertTrue(outcome.failureMessage().contains("also with a renewed credential"));
    assertEquals(2, credentials.refused().size(), "the second one is refused too");
    assertEquals(2, transport.count());
  }

  @Test
  void refusal_afterMoreAudioThanIsHeld_failsButRefusesTheCredential() {
    recognition.start();
    transport.last().events.agreed();
    streamBeyondWhatIsKept();
    transport.last().answer(401, "");

    assertEquals(Kind.REFUSED, outcome.failure().kind());
    assertTrue(outcome.failureMessage().contains("no longer held"), outcome::failureMessage);
    assertEquals(1, credentials.refused().size());
  }

  @Test
  void refusal_byAProxy_leavesTheCredentialAlone() {
    recognition.start();
    transport.last().events.answered(new Transport.Answer(403, "", null, true));

    assertEquals(Kind.FAILED, outcome.failure().kind());
    assertEquals(List.of(), credentials.refused());
  }

  @Test
  void renewal_thatFails_isToldWithItsReason() {
    recognition.start();
    IllegalStateException reason = new IllegalStateException("STS down");
    credentials.next(() -> CompletableFuture.failedFuture(reason));
    transport.last().answer(401, "");

    assertEquals(List.of("unauthorized"), outcome.told());
    assertSame(reason, outcome.reason());
  }

  @Test
  void credentialSource_thatThrowsWhenToldOfARefusal_endsTheRecognition() {
    IllegalStateException defect = new IllegalStateException("defect");
    RecordedOutcome told = new RecordedOutcome();
    Recognition unlucky =
        newRecognition(
            KEPT,
            new CredentialSource() {
              @Override
              public CompletableFuture<Credential> credential() {
                return CompletableFuture.completedFuture(new FakeCredentials.Token("x"));
              }

              @Override
              public void refused(Credential credential) {
                throw defect;
              }
            },
            told);
    unlucky.start();
    transport.last().answer(401, "");

    assertEquals(List.of("unauthorized"), told.told());
    assertSame(defect, told.reason());
  }

  @Test
  void credential_sentBackByAnEchoingPeer_isNotInTheMessage() {
    recognition.start();
    transport.last().answer(400, "POST / Authorization: Bearer token-0");
    assertFalse(outcome.failureMessage().contains("token-0"), outcome::failureMessage);
  }
}
