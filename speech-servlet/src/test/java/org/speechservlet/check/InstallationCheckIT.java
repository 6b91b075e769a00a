package org.speechservlet.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.speechservlet.config.DeclaredParameters;
import org.speechservlet.config.SettingsReading;
import org.speechservlet.config.StandaloneSettings;

/** What is told of an installation whose services, over real sockets, are well or not. */
final class InstallationCheckIT {
  private static final String KEY = "first-key-of-the-tests";
  private static final String SECOND_KEY = "second-key-of-the-tests";
  private static final String THREADS = "speech-check";

  private final LocalPeer peer = new LocalPeer();
  private final HandTimers timers = new HandTimers();
  private final CheckThreads threads = new CheckThreads(THREADS);
  private final Map<String, String> environment = new HashMap<>();
  private Clock clock = Clock.systemUTC();

  InstallationCheckIT() throws IOException {
    environment.put("SPEECH_KEY", KEY);
    environment.put("SPEECH_TOKEN_URI", peer.uri("/token").toString());
    environment.put("SPEECH_RECOGNITION_URI", peer.uri("/speech").toString());
  }

  @AfterEach
  void end() {
    peer.close();
    threads.close();
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith(THREADS)),
        "a thread of the check is left");
  }

  private InstallationCheck newCheck() {
    SettingsReading reading =
        StandaloneSettings.read(Map.of(), environment, Map.of(), DeclaredParameters.NONE);
    CheckMeans means =
        new CheckMeans(threads, timers, clock, new Random(1), CheckMeans.USUAL_LIMIT);
    return new InstallationCheck(new Installation("", reading, null), means);
  }

  private CheckReport check() throws Exception {
    CheckReport report = newCheck().start().get(60, TimeUnit.SECONDS);
    assertNoSecret(report);
    assertFalse(timers.hasTasks(), "something is still to happen");
    return report;
  }

  private static void assertNoSecret(CheckReport report) {
    for (String secret : List.of(KEY, SECOND_KEY, LocalPeer.TOKEN)) {
      assertFalse(report.toString().contains(secret), report.toString());
    }
  }

  private static Finding of(CheckReport report, Step step) {
    List<Finding> found = report.findings().stream().filter(f -> f.step() == step).toList();
    assertEquals(1, found.size(), report.toString());
    return found.get(0);
  }

  private static void assertFinding(
      Verdict verdict, CheckReport report, Step step, String... words) {
    Finding finding = of(report, step);
    assertEquals(verdict, finding.verdict(), report.toString());
    for (String expected : words) {
      assertTrue(finding.words().contains(expected), finding.words());
    }
  }

  @Test
  void servicesThatAreWell_passInEachStep() throws Exception {
    CheckReport report = check();

    assertEquals(Verdict.PASSED, report.verdict(), report.toString());
    assertFinding(Verdict.PASSED, report, Step.TOKEN_HOST, "127.0.0.1");
    assertFinding(Verdict.PASSED, report, Step.CREDENTIAL, "first key is accepted", "600 s");
    assertFinding(Verdict.PASSED, report, Step.RECOGNITION, Sentence.TEXT);
  }

  @Test
  void wrongKey_isToldWithThePageToCompareItWith() throws Exception {
    peer.token = LocalPeer.answering(401, "");

    CheckReport report = check();

    assertFinding(
        Verdict.FAILED, report, Step.CREDENTIAL, "HTTP 401", "another region", "Keys and Endpoint");
    assertFinding(Verdict.PASSED, report, Step.RECOGNITION_HOST);
    assertFinding(Verdict.NOT_TRIED, report, Step.RECOGNITION, "no authorization");
  }

  @Test
  void firstKeyThatIsWrong_isAWarningWhereTheSecondIsRight() throws Exception {
    environment.put("SPEECH_SECONDARY_KEY", SECOND_KEY);
    peer.token = LocalPeer.tokenFor(SECOND_KEY);

    CheckReport report = check();

    assertEquals(Verdict.WARNING, report.verdict(), report.toString());
    List<Finding> keys =
        report.findings().stream().filter(f -> f.step() == Step.CREDENTIAL).toList();
    assertTrue(keys.get(0).words().contains("second key is accepted"), keys.toString());
    assertTrue(keys.get(1).words().contains("With the first key: HTTP 401"), keys.toString());
    assertTrue(keys.get(1).words().contains("other key is used"), keys.toString());
    assertFinding(Verdict.PASSED, report, Step.RECOGNITION);
  }

  @Test
  void bothKeysWrong_areBothTold() throws Exception {
    environment.put("SPEECH_SECONDARY_KEY", SECOND_KEY);
    peer.token = LocalPeer.answering(401, "");

    CheckReport report = check();

    assertEquals(2, report.findings().stream().filter(f -> f.verdict() == Verdict.FAILED).count());
  }

  @Test
  void nobodyListening_isToldOfBothHosts() throws Exception {
    String closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = "http://127.0.0.1:" + socket.getLocalPort();
    }
    environment.put("SPEECH_TOKEN_URI", closed + "/token");
    environment.put("SPEECH_RECOGNITION_URI", closed + "/speech");

    CheckReport report = check();

    assertFinding(Verdict.FAILED, report, Step.TOKEN_HOST, "Nothing listens at", "Check speech.");
    assertFinding(Verdict.NOT_TRIED, report, Step.CREDENTIAL, "token service is not reached");
    assertFinding(
        Verdict.FAILED, report, Step.RECOGNITION_HOST, "cannot be reached", "speech.proxy");
    assertFinding(Verdict.NOT_TRIED, report, Step.RECOGNITION, "is not reached");
  }

  @Test
  void unknownHostName_isToldWithTheSettingsThatMakeIt() throws Exception {
    environment.remove("SPEECH_TOKEN_URI");
    environment.remove("SPEECH_RECOGNITION_URI");
    environment.put("SPEECH_TOKEN_URI", "https://token.speech.invalid/");
    environment.put("SPEECH_RECOGNITION_URI", "https://recognition.speech.invalid/");

    CheckReport report = check();

    assertFinding(
        Verdict.FAILED,
        report,
        Step.TOKEN_HOST,
        "token.speech.invalid",
        "cannot be resolved",
        "speech.region");
    assertFinding(Verdict.FAILED, report, Step.RECOGNITION_HOST, "a host name is unknown");
  }

  @Test
  void tlsThatFails_isToldWithTheTrustStore() throws Exception {
    environment.put("SPEECH_TOKEN_URI", peer.uri("/token").toString().replace("http:", "https:"));

    CheckReport report = check();

    assertFinding(Verdict.FAILED, report, Step.TOKEN_HOST, "certificate", "trustStore", "clock");
  }

  @Test
  void proxyThatIsNotThere_isToldAsTheProxy() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      environment.put("SPEECH_PROXY", "127.0.0.1:" + socket.getLocalPort());
    }

    CheckReport report = check();

    assertFinding(Verdict.FAILED, report, Step.TOKEN_HOST, "or at the proxy", "speech.proxy");
  }

  @Test
  void tokenServiceInTrouble_isToldAsItsOwn() throws Exception {
    peer.token = LocalPeer.answering(503, "");

    assertFinding(
        Verdict.FAILED,
        check(),
        Step.CREDENTIAL,
        "HTTP 503",
        "trouble of its own",
        "unless it lasts");
  }

  @Test
  void clockThatIsOff_isAWarning() throws Exception {
    clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));

    CheckReport report = check();

    assertEquals(Verdict.WARNING, report.verdict(), report.toString());
    assertTrue(report.toString().contains("ahead of that of the token service"));
    assertTrue(report.toString().contains("NTP"));
  }

  @Test
  void recognitionThatIsNoSpeechApi_isToldSo() throws Exception {
    peer.recognition = LocalPeer.answering(200, "<html>Welcome</html>");

    assertFinding(Verdict.FAILED, check(), Step.RECOGNITION, "no JSON object", "a page or a proxy");
  }

  @Test
  void recognitionThatForbids_isToldWithRegionAndNetworkRules() throws Exception {
    peer.recognition = LocalPeer.answering(403, "{}");

    assertFinding(
        Verdict.FAILED,
        check(),
        Step.RECOGNITION,
        "HTTP 403",
        "key and region belong together",
        "network rules");
  }

  @Test
  void recognitionThatDoesNotKnowTheLanguage_isToldWithTheSetting() throws Exception {
    peer.recognition = LocalPeer.answering(400, "{\"Message\":\"Invalid CID or language\"}");

    assertFinding(Verdict.FAILED, check(), Step.RECOGNITION, "HTTP 400", "check speech.languages");
  }

  @Test
  void recognitionInAnotherLanguage_isJudgedByTheAnswerAlone() throws Exception {
    environment.put("SPEECH_LANGUAGE", "de-DE");
    peer.recognition = LocalPeer.answering(200, "{\"RecognitionStatus\":\"NoMatch\"}");

    assertFinding(Verdict.PASSED, check(), Step.RECOGNITION, "de-DE", "not its words");
  }

  @Test
  void recognitionThatSendsTheTokenBack_isQuotedWithoutIt() throws Exception {
    peer.recognition = LocalPeer.sendingBack("Authorization");

    assertFinding(Verdict.WARNING, check(), Step.RECOGNITION, "Bearer <credential>");
  }

  @Test
  void keySentItself_isJudgedByTheRecognition() throws Exception {
    environment.remove("SPEECH_TOKEN_URI");
    environment.put("SPEECH_AUTH", "key");
    environment.put("SPEECH_SECONDARY_KEY", SECOND_KEY);
    peer.recognition =
        exchange -> {
          boolean isRight =
              KEY.equals(exchange.getRequestHeaders().getFirst("Ocp-Apim-Subscription-Key"));
          LocalPeer.answering(isRight ? 200 : 401, isRight ? LocalPeer.RIGHT_WORDS : "")
              .serve(exchange);
        };

    CheckReport report = check();

    List<Finding> recognitions =
        report.findings().stream().filter(f -> f.step() == Step.RECOGNITION).toList();
    assertEquals(2, recognitions.size(), report.toString());
    assertEquals(Verdict.PASSED, recognitions.get(0).verdict());
    assertTrue(recognitions.get(1).words().startsWith("With the second key: "), report.toString());
  }

  @Test
  void noAuthorization_asksNoTokenService() throws Exception {
    environment.remove("SPEECH_TOKEN_URI");
    environment.remove("SPEECH_KEY");
    environment.put("SPEECH_AUTH", "none");

    CheckReport report = check();

    assertEquals(Verdict.PASSED, report.verdict(), report.toString());
    assertFinding(Verdict.PASSED, report, Step.CREDENTIAL, "None is sent");
  }

  @Test
  void settingsThatCannotBeUsed_areAllToldAndNothingIsTried() throws Exception {
    environment.put("SPEECH_LANGUAGE", "english");
    environment.put("SPEECH_PROXY", "http://proxy");

    CheckReport report = check();

    assertEquals(
        2,
        report.findings().stream()
            .filter(f -> f.step() == Step.SETTINGS && f.verdict() == Verdict.FAILED)
            .count(),
        report.toString());
    assertFinding(Verdict.NOT_TRIED, report, Step.RECOGNITION, "settings cannot be used");
  }

  @Test
  void tokenServiceThatIsSilent_isGivenUpWhenTheTimeIsOver() throws Exception {
    peer.token = peer.silence();
    var report = newCheck().start();
    peer.awaitSilence();

    timers.elapse(CheckMeans.USUAL_LIMIT);

    CheckReport done = report.get(60, TimeUnit.SECONDS);
    assertFinding(Verdict.FAILED, done, Step.CREDENTIAL, "Given up", "50 s", "firewall");
    assertFinding(Verdict.NOT_TRIED, done, Step.RECOGNITION, "50 s");
    assertNoSecret(done);
  }

  @Test
  void recognitionThatIsSilent_isToldWithItsTimeout() throws Exception {
    peer.recognition = peer.silence();
    var report = newCheck().start();
    peer.awaitSilence();

    timers.elapse(CheckMeans.USUAL_LIMIT);

    assertFinding(Verdict.FAILED, report.get(60, TimeUnit.SECONDS), Step.RECOGNITION, "Given up");
  }

  @Test
  void checkThatIsStopped_endsAtOnce() throws Exception {
    peer.recognition = peer.silence();
    InstallationCheck check = newCheck();
    var report = check.start();
    peer.awaitSilence();

    check.stop();

    assertFinding(
        Verdict.FAILED, report.get(60, TimeUnit.SECONDS), Step.RECOGNITION, "being stopped");
  }
}
