package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.local.audio.TestAudio;
import org.speechservlet.local.audio.WavBuilder;

final class RecognitionIT {

  private static final int SECOND = 16_000;
  private static final byte[] SPEECH = TestAudio.wav(TestAudio.sine(SECOND, 300, 8_000, SECOND));
  private static final String WAV = RunningService.WAV_TYPE;
  private static final String OGG = "audio/ogg; codecs=opus";
  private static final Transcript WORDS =
      new Transcript(
          "i open the damn file",
          List.of(
              new Transcript.Word("i", Duration.ofMillis(100), Duration.ofMillis(50)),
              new Transcript.Word("file", Duration.ofMillis(800), Duration.ofMillis(100))),
          0.5);

  private final RunningService service;

  RecognitionIT() throws Exception {
    service = new RunningService();
    service.engine.willHear(WORDS);
  }

  @AfterEach
  void close() {
    assertEquals(0, service.engine.lentCount(), "recognizers not given back");
    service.close();
  }

  @Test
  void recognize_simple_answersDisplayTextAndTicks() throws Exception {
    HttpResponse<String> response = service.send(service.recognition(SPEECH).build());
    assertEquals(200, response.statusCode());
    assertEquals(
        "{\"RecognitionStatus\":\"Success\",\"Offset\":1000000,\"Duration\":8000000,"
            + "\"DisplayText\":\"I open the **** file.\"}",
        response.body());
  }

  @Test
  void recognize_detailed_answersNBest() throws Exception {
    assertEquals(
        "{\"RecognitionStatus\":\"Success\",\"Offset\":1000000,\"Duration\":8000000,"
            + "\"DisplayText\":\"I open the **** file.\","
            + "\"NBest\":[{\"Confidence\":0.5,\"Lexical\":\"i open the damn file\","
            + "\"ITN\":\"i open the damn file\",\"MaskedITN\":\"i open the **** file\","
            + "\"Display\":\"I open the **** file.\"}]}",
        recognize("&format=detailed"));
  }

  @Test
  void recognize_detailedWithWordTimes_answersWords() throws Exception {
    String body = recognize("&format=detailed&wordLevelTimestamps=true");
    assertTrue(
        body.contains(
            "\"Words\":[{\"Word\":\"i\",\"Offset\":1000000,\"Duration\":500000},"
                + "{\"Word\":\"file\",\"Offset\":8000000,\"Duration\":1000000}]"),
        body);
  }

  @Test
  void recognize_eachProfanity_doesWhatItSays() throws Exception {
    assertTrue(recognize("&profanity=masked").contains("I open the **** file."));
    assertTrue(recognize("&profanity=removed").contains("I open the file."));
    assertTrue(recognize("&profanity=raw").contains("I open the damn file."));
  }

  @Test
  void recognize_onlyProfanityRemoved_isNoMatchInInteractiveAndEmptyInConversation()
      throws Exception {
    service.engine.willHear(new Transcript("damn", List.of(), 1));
    String query = "?language=en-US&profanity=removed";
    String interactive = "/speech/recognition/interactive/cognitiveservices/v1" + query;
    assertTrue(recognizeAt(interactive).contains("\"RecognitionStatus\":\"NoMatch\""));
    String conversation = "/speech/recognition/conversation/cognitiveservices/v1" + query;
    assertTrue(recognizeAt(conversation).contains("\"Success\""));
    assertTrue(recognizeAt(conversation).contains("\"DisplayText\":\"\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/speech/recognition/interactive/cognitiveservices/v1",
        "/speech/recognition/dictation/cognitiveservices/v1",
        "/stt/speech/recognition/conversation/cognitiveservices/v1",
        "/SPEECH/recognition/Conversation/cognitiveservices/v1"
      })
  void recognize_everyPath_isServed(String path) throws Exception {
    assertTrue(recognizeAt(path + "?language=en-us").contains("Success"));
  }

  private static Stream<Arguments> heardTypes() {
    return Stream.of(
        Arguments.of("audio/wav; codecs=audio/pcm; samplerate=16000", null),
        Arguments.of("audio/wav; codec=audio/pcm; samplerate=16000", null),
        Arguments.of("audio/wav; codec=\"audio/pcm\"; samplerate=16000", null),
        Arguments.of("audio/wav;codecs=\"audio/pcm\"", null),
        Arguments.of("Audio/WAV; Codecs=Audio/PCM", null),
        Arguments.of("audio/wav", null),
        Arguments.of("audio/x-wav", null),
        Arguments.of(OGG, "hybrid-24k.ogg"),
        Arguments.of("audio/ogg; codecs=\"opus\"", "hybrid-24k.ogg"),
        Arguments.of("audio/ogg;codec=opus", "stereo-48k.ogg"),
        Arguments.of("audio/ogg", "silk-12k.ogg"));
  }

  @ParameterizedTest
  @MethodSource("heardTypes")
  void recognize_everySpellingOfTheType_isHeard(
      String contentType, @org.jspecify.annotations.Nullable String file) throws Exception {
    byte[] audio = file == null ? SPEECH : TestAudio.file(file);
    assertTrue(recognize(contentType, audio).contains("Success"));
  }

  private static Stream<Arguments> audioTakenForSilence() throws Exception {
    byte[] stereo =
        new WavBuilder().format(2, 44_100).data(TestAudio.sine(44_100, 300, 8_000, SECOND)).build();
    return Stream.of(
        Arguments.of("audio/ogg; codec=audio/opus", TestAudio.file("hybrid-24k.ogg")),
        Arguments.of("audio/wav; codecs=audio/mulaw", SPEECH),
        Arguments.of(WAV, stereo),
        Arguments.of(WAV, TestAudio.silentWav(20 * SECOND)));
  }

  @ParameterizedTest
  @MethodSource("audioTakenForSilence")
  void recognize_whatTheServiceTakesForSilence_isInitialSilence(String contentType, byte[] audio)
      throws Exception {
    assertEquals(
        "{\"RecognitionStatus\":\"InitialSilenceTimeout\",\"Offset\":50000000,\"Duration\":0}",
        recognize(contentType, audio));
  }

  @Test
  void recognize_shortSilence_endsWhereTheAudioEnds() throws Exception {
    assertEquals(
        "{\"RecognitionStatus\":\"InitialSilenceTimeout\",\"Offset\":20000000,\"Duration\":0}",
        recognize(WAV, TestAudio.silentWav(2 * SECOND)));
  }

  @Test
  void recognize_soundWithoutWords_isNoMatch() throws Exception {
    service.engine.willHear(Transcript.EMPTY);
    assertEquals(
        "{\"RecognitionStatus\":\"NoMatch\",\"Offset\":0,\"Duration\":10000000}",
        recognize(WAV, SPEECH));
  }

  private static Stream<Arguments> unsupportedAudio() throws Exception {
    byte[] webm = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    return Stream.of(
        Arguments.of(WAV, webm),
        Arguments.of(OGG, webm),
        Arguments.of(WAV, TestAudio.file("hybrid-24k.ogg")),
        Arguments.of(OGG, SPEECH),
        Arguments.of("audio/webm; codecs=opus", webm),
        Arguments.of("application/octet-stream", SPEECH));
  }

  @ParameterizedTest
  @MethodSource("unsupportedAudio")
  void recognize_otherThanDeclared_is400(String contentType, byte[] audio) throws Exception {
    HttpResponse<String> response = post("?language=en-US", contentType, audio);
    assertEquals(400, response.statusCode());
    assertEquals("{\"Message\":\"Unsupported audio format\"}", response.body());
  }

  @Test
  void recognize_noByteOfAudio_is400() throws Exception {
    HttpResponse<String> response = post("?language=en-US", WAV, new byte[0]);
    assertEquals(400, response.statusCode());
    assertEquals("{\"Message\":\"No audio data received\"}", response.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?language=", "?language=fr-FR", "?language=en_US", "?language=x"})
  void recognize_languageMissingOrUnknown_is400(String query) throws Exception {
    HttpResponse<String> response = post(query, WAV, SPEECH);
    assertEquals(400, response.statusCode());
    assertEquals("{\"Message\":\"Invalid CID or language\"}", response.body());
    assertEquals(
        "application/json; charset=utf-8",
        response.headers().firstValue("Content-Type").orElse(""));
  }

  @Test
  void recognize_customModel_is400() throws Exception {
    HttpResponse<String> response = post("?language=en-US&cid=1234", WAV, SPEECH);
    assertEquals("{\"Message\":\"Invalid CID or language\"}", response.body());
  }

  @Test
  void recognize_whileTheUploadRuns_decodesWhatHasCome() throws Exception {
    Semaphore accepted = new Semaphore(0);
    service.engine.onAccept(accepted::release);
    try (RawClient client = connectToRecognize()) {
      client.sendChunk(SPEECH);
      assertTrue(accepted.tryAcquire(RawClient.PATIENCE.toSeconds(), TimeUnit.SECONDS));
      assertFalse(client.hasAnswer());
      client.sendChunk(new byte[0]);
      assertTrue(client.readHead().startsWith("HTTP/1.1 200 "));
    }
  }

  @Test
  void recognize_moreThanTheLongestAudio_hearsTheFirstMinute() throws Exception {
    byte[] audio = TestAudio.wav(TestAudio.sine(SECOND, 300, 8_000, 61 * SECOND));
    assertTrue(recognize(WAV, audio).contains("Success"));
    assertEquals(60L * SECOND, service.engine.sampleCount());
  }

  @Test
  void recognize_engineFails_answersError() throws Exception {
    service.engine.onAccept(
        () -> {
          throw new IllegalStateException("scripted");
        });
    try (LogCapture log = new LogCapture(SpeechListener.class)) {
      assertEquals(
          "{\"RecognitionStatus\":\"Error\",\"Offset\":0,\"Duration\":0}", recognize(WAV, SPEECH));
      assertTrue(log.await().contains("The recognizer failed after PT0.1S of audio"));
    }
  }

  @Test
  void recognize_clientLeavesInTheMiddle_givesTheRecognizerBack() throws Exception {
    try (LogCapture log = new LogCapture(AccessLog.class)) {
      Semaphore accepted = new Semaphore(0);
      service.engine.onAccept(accepted::release);
      try (RawClient client = connectToRecognize()) {
        client.sendChunk(SPEECH);
        assertTrue(accepted.tryAcquire(RawClient.PATIENCE.toSeconds(), TimeUnit.SECONDS));
      }
      assertTrue(log.await().contains("no answer"));
    }
  }

  @Test
  void recognize_anyRequest_logsOneLineWithoutSecrets() throws Exception {
    try (LogCapture log = new LogCapture(AccessLog.class)) {
      String token = service.token();
      assertFalse(log.await().contains(token));
      HttpRequest request =
          service
              .recognition("?language=en-US", SPEECH)
              .header("Authorization", "Bearer " + token)
              .header("X-ConnectionId", "0123456789abcdef0123456789ABCDEF")
              .build();
      service.send(request);
      String line = log.await();
      assertTrue(
          line.matches(
              "0123456789abcdef0123456789ABCDEF POST"
                  + " /speech/recognition/conversation/cognitiveservices/v1 200 audio=1.000s"
                  + " first-byte=\\d\\.\\d{3}s total=\\d\\.\\d{3}s"
                  + " \\(token [0-9a-f]{8}, Success\\)"),
          line);
      assertFalse(line.contains(token));
    }
  }

  @Test
  void recognize_connectionIdInTheQuery_isLoggedAndOtherFormsAreNot() throws Exception {
    try (LogCapture log = new LogCapture(AccessLog.class)) {
      recognize("&X-ConnectionId=00000000000000000000000000000001");
      assertTrue(log.await().startsWith("00000000000000000000000000000001 POST"));
      recognize("&X-ConnectionId=0000-%0A-0001");
      assertTrue(log.await().startsWith("- POST"));
    }
  }

  @Test
  void recognize_queryThatIsNoUtf8_is400() throws Exception {
    try (LogCapture log = new LogCapture(AccessLog.class);
        RawClient client = service.connect()) {
      client.sendHead(
          "POST /speech/recognition/conversation/cognitiveservices/v1?language=%zz HTTP/1.1",
          "Host: local", "Content-Length: 0");
      assertTrue(client.readHead().startsWith("HTTP/1.1 400 "));
      assertTrue(log.await().contains(" 400"));
    }
  }

  @Test
  void requestThatIsNoHttp_is400InJson() throws Exception {
    try (RawClient client = service.connect()) {
      client.sendHead("ABRACADABRA");
      assertTrue(client.readToEnd().contains("{\"error\":{\"code\":\"400\","));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  void otherMethods_are405(String method) throws Exception {
    HttpRequest request =
        service.recognition(SPEECH).method(method, HttpRequest.BodyPublishers.noBody()).build();
    HttpResponse<String> response = service.send(request);
    assertEquals(405, response.statusCode());
    assertEquals("POST", response.headers().firstValue("Allow").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/speech", "/speech/recognition/whisper/cognitiveservices/v1", "/faultless"})
  void otherPaths_are404(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.uri(path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(SPEECH))
            .build();
    assertEquals(404, service.send(request).statusCode());
  }

  private RawClient connectToRecognize() throws Exception {
    return service
        .connect()
        .sendHead(
            "POST /speech/recognition/conversation/cognitiveservices/v1?language=en-US HTTP/1.1",
            "Host: local",
            "Ocp-Apim-Subscription-Key: any",
            "Content-Type: " + WAV,
            "Transfer-Encoding: chunked");
  }

  private String recognize(String furtherQuery) throws Exception {
    HttpResponse<String> response = post("?language=en-US" + furtherQuery, WAV, SPEECH);
    assertEquals(200, response.statusCode(), response.body());
    return response.body();
  }

  private String recognize(String contentType, byte[] audio) throws Exception {
    HttpResponse<String> response = post("?language=en-US", contentType, audio);
    assertEquals(200, response.statusCode(), response.body());
    return response.body();
  }

  private String recognizeAt(String pathAndQuery) throws Exception {
    HttpRequest request = service.recognition(SPEECH).uri(service.uri(pathAndQuery)).build();
    HttpResponse<String> response = service.send(request);
    assertEquals(200, response.statusCode(), response.body());
    return response.body();
  }

  private HttpResponse<String> post(String query, String contentType, byte[] audio)
      throws Exception {
    HttpRequest request =
        service
            .recognition(audio)
            .uri(service.recognitionUri(query))
            .setHeader("Content-Type", contentType)
            .build();
    return service.send(request);
  }
}
