package org.speechservlet.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.speechservlet.servers.client.BrokenUpload;
import org.speechservlet.servers.client.Browser;
import org.speechservlet.servers.client.LiveUpload;
import org.speechservlet.servers.client.Sound;
import org.speechservlet.servers.client.Speech;
import org.speechservlet.servers.container.ServerKind;
import org.speechservlet.servers.container.Servers;

/** The example as a WAR on each server, from the first page until the server has ended. */
@ParameterizedClass
@MethodSource("scenes")
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(Tabulated.class)
final class ServerIT implements Subject {

  private static final long TOLERANCE_MILLIS = 150;
  private static final int PIECE_BYTES = 8_000;

  private final Scene scene;

  ServerIT(Scene scene) {
    this.scene = scene;
  }

  static Stream<Scene> scenes() {
    return Servers.chosen().map(Scene::new);
  }

  static Stream<Speech> formats() {
    return Stream.of(
        Speech.claim(),
        Speech.stereo(),
        Speech.raw(),
        Speech.ogg(),
        Speech.webm(),
        Speech.mp4(),
        Speech.form());
  }

  @Override
  public List<String> row() {
    ServerKind kind = scene.kind();
    String namespace = kind.namespace().toString().toLowerCase(Locale.ROOT);
    return List.of(kind.product(), kind.version(), namespace, Integer.toString(kind.java()));
  }

  @BeforeEach
  void start() throws Throwable {
    scene.start();
  }

  @Test
  @Order(1)
  @Check("pages")
  void pages_askedFor_areServed() throws Exception {
    assertEquals(200, browser().statusOf(""));
    assertEquals(200, browser().statusOf("speech/"));
    HttpResponse<String> script = browser().get("speech/dictation.js");
    assertEquals(200, script.statusCode());
    assertTrue(type(script).startsWith("text/javascript"), type(script));
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("no Content-Type");
  }

  @ParameterizedTest
  @MethodSource("formats")
  @Order(2)
  @Check("formats")
  void utterance_inEachFormat_isHeardWhole(Speech utterance) throws Exception {
    assertHeard(utterance, browser().dictate(utterance));
  }

  @Test
  @Order(3)
  @Check("live upload")
  void liveUpload_inManyRequests_isHeardWhole() throws Exception {
    Speech claim = Speech.claim();

    assertHeard(claim, LiveUpload.dictate(browser(), claim, PIECE_BYTES));
  }

  @Test
  @Order(4)
  @Check("status")
  void status_afterRecognitions_isUpAndCountsThem() throws Exception {
    HttpResponse<String> answer = browser().get("speech/status");

    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("up", Browser.json(answer).getString("status"));
    assertEquals(0, browser().inFlight());
  }

  @Test
  @Order(5)
  @Check("60 s, 1.9 MB")
  void minute_of16kHz_isHeardWhole() throws Exception {
    assertWavIsHeard(Duration.ofSeconds(60), 16_000, 1);
  }

  @Test
  @Order(6)
  @Check("26 s, 2.5 MB")
  void halfAMinute_of48kHz_isHeardWhole() throws Exception {
    assertWavIsHeard(Duration.ofSeconds(26), 48_000, 1);
  }

  @Test
  @Order(7)
  @Check("60 s, 11.5 MB")
  void minute_of48kHzStereo_isHeardWhole() throws Exception {
    assertWavIsHeard(Duration.ofSeconds(60), 48_000, 2);
  }

  private void assertWavIsHeard(Duration length, int rateHz, int channels) throws Exception {
    Speech wav = new Speech("WAV", "audio/wav", Sound.wav(length, rateHz, channels), length);
    HttpResponse<String> answer = browser().dictate(wav);
    if (wav.body().length > scene.kind().maxBodyBytes()) {
      refused(answer);
    }
    assertHeard(wav, answer);
  }

  /** The server's own answer, which comes before the application sees the request. */
  private void refused(HttpResponse<String> answer) {
    assertTrue(List.of(400, 413).contains(answer.statusCode()), () -> "status " + answer);
    Assumptions.abort(
        "The server refuses more than %d bytes with %d before the application sees the request"
            .formatted(scene.kind().maxBodyBytes(), answer.statusCode()));
  }

  @Test
  @Order(8)
  @Check("cut connection")
  void connection_cutInMidUpload_leavesNothingInFlight() throws Exception {
    try (BrokenUpload upload = new BrokenUpload(browser(), Speech.claim())) {
      scene.awaitInFlight(1);
      upload.cut();
    }

    scene.awaitInFlight(0);
    assertHeard(Speech.claim(), browser().dictate(Speech.claim()));
  }

  @Test
  @Order(9)
  @Check("stalled client")
  void client_thatSendsNoMore_gets408() throws Exception {
    try (BrokenUpload upload = new BrokenUpload(browser(), Speech.claim())) {
      String answer = upload.statusLine();
      assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
    }

    scene.awaitInFlight(0);
  }

  @Test
  @Order(10)
  @Check("undeploy")
  void undeploy_afterAllThat_leavesNoThreadAndNoWarning() throws Exception {
    scene.undeploy();

    requireHotDeployment();
    scene.awaitThreadsEnd();
    assertEquals(List.of(), scene.leakWarnings());
  }

  @Test
  @Order(11)
  @Check("memory freed")
  void undeploy_afterAllThat_leavesNoObject() throws Exception {
    requireHotDeployment();
    scene.kind().keepsInMind().ifPresent(Assumptions::abort);

    scene.awaitObjectsGone();
  }

  private void requireHotDeployment() {
    if (!scene.server().outlivesApplications()) {
      Assumptions.abort("It deploys only when it starts");
    }
  }

  @Test
  @Order(12)
  @Check("wrong key")
  void redeploy_withAWrongKey_answers503WithAProblem() throws Exception {
    scene.useWrongKey();
    scene.deploy();
    scene.awaitStatus(503);

    HttpResponse<String> answer = browser().dictate(Speech.claim());

    assertEquals(503, answer.statusCode(), answer.body());
    assertEquals("token-unavailable", Browser.json(answer).getString("type"));
    scene.undeploy();
  }

  @Test
  @Order(13)
  @Check("redeploy")
  void redeploy_withTheRightKey_works() throws Exception {
    scene.useRightKey();
    scene.deploy();
    scene.awaitStatus(200);

    assertHeard(Speech.claim(), browser().dictate(Speech.claim()));
  }

  @Test
  @Order(14)
  @Check("stop")
  void stop_inItsOwnWay_endsAllProcessesWithoutALeakInTheLog() throws Exception {
    assertTrue(scene.server().stop(), "It had to be killed");

    assertEquals(List.of(), scene.leakWarnings());
  }

  private Browser browser() {
    return scene.browser();
  }

  private static void assertHeard(Speech utterance, HttpResponse<String> answer) {
    long difference = Browser.heard(answer).minus(utterance.length()).abs().toMillis();
    assertTrue(
        difference < TOLERANCE_MILLIS,
        () -> "%s came as %s".formatted(utterance.length(), answer.body()));
  }
}
