package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.speechservlet.audio.MatroskaPackets;
import org.speechservlet.audio.OggPackets;

/** Audio in, text out, when nothing goes wrong. */
@NullUnmarked // each test starts what it needs
class RecognizeIT {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private StandInSpeechApi api;
  private WebServer server;

  @BeforeEach
  void start() throws Exception {
    api = new StandInSpeechApi();
    server = WebServer.start(api.deployment());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    api.close();
  }

  private HttpResponse<String> post(byte[] audio, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.base().resolve("recognize"))
            .POST(BodyPublishers.ofByteArray(audio));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void wav_isAnsweredWithTheApisOwnJson() throws Exception {
    HttpResponse<String> answer = post(Tone.wav(1), "Content-Type", "audio/wav");

    assertEquals(StandInSpeechApi.SUCCESS, answer.body());
    assertEquals(200, answer.statusCode());
    assertEquals(
        "application/json;charset=utf-8",
        answer.headers().firstValue("Content-Type").orElseThrow().toLowerCase(Locale.ROOT));
  }

  @Test
  void wav_goesUpstreamSampleForSample() throws Exception {
    byte[] wav = Tone.wav(1);

    post(wav, "Content-Type", "audio/wav");

    byte[] body = api.next().body();
    assertArrayEquals(
        Arrays.copyOfRange(wav, 44, wav.length), Arrays.copyOfRange(body, 44, body.length));
  }

  @Test
  void acceptTextPlain_isAnsweredWithTheTextAlone() throws Exception {
    HttpResponse<String> answer =
        post(Tone.wav(1), "Content-Type", "audio/wav", "Accept", "text/plain");

    assertEquals(StandInSpeechApi.WORDS, answer.body());
  }

  @Test
  void firstPiece_isUpstreamWhileTheUploadIsStillOpen() throws Exception {
    byte[] wav = Tone.wav(1);
    try (RawClient browser = new RawClient(server)) {
      browser.post(server, "Content-Type: audio/wav", "Transfer-Encoding: chunked");
      browser.chunk(wav, 0, 3200);
      StandInSpeechApi.Received received = api.next();
      assertTrue(received.firstBytes.await(20, TimeUnit.SECONDS));
      browser.chunk(wav, 3200, wav.length - 3200).lastChunk();

      assertEquals(200, browser.readAnswer().status());
    }
  }

  private static byte[] webm() throws Exception {
    return Files.readAllBytes(Path.of("src/test/resources/recordings/chromium-slice100.webm"));
  }

  @Test
  void webmOfABrowser_goesUpstreamAsOggWithTheSamePackets() throws Exception {
    HttpResponse<String> answer = post(webm(), "Content-Type", "audio/webm;codecs=opus");

    assertEquals(StandInSpeechApi.SUCCESS, answer.body());
    StandInSpeechApi.Received received = api.next();
    assertEquals("audio/ogg; codecs=opus", received.headers.get("Content-Type"));
    List<byte[]> expected = MatroskaPackets.of(webm()).packets();
    List<byte[]> packets = OggPackets.of(received.body()).audio();
    assertEquals(expected.size(), packets.size());
    for (int i = 0; i < packets.size(); i++) {
      assertArrayEquals(expected.get(i), packets.get(i), "packet " + i);
    }
  }

  @Test
  void halfOfAWebm_isUpstreamWhileTheUploadIsStillOpen() throws Exception {
    byte[] webm = webm();
    int half = webm.length / 2;
    try (RawClient browser = new RawClient(server)) {
      browser.post(server, "Content-Type: audio/webm", "Transfer-Encoding: chunked");
      browser.chunk(webm, 0, half);
      StandInSpeechApi.Received received = api.next();
      int allButThePageThatIsHeld = half - 1500;
      assertTrue(received.awaitBytes(allButThePageThatIsHeld, 20, TimeUnit.SECONDS));
      browser.chunk(webm, half, webm.length - half).lastChunk();

      assertEquals(200, browser.readAnswer().status());
    }
  }
}
