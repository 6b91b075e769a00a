package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.speechservlet.local.audio.TestAudio;

/** What crosses the wire before the audio does (RFC 9110, section 10.1.1). */
final class ContinueIT {

  private static final String PATH = "POST /speech/recognition/conversation/cognitiveservices/v1";
  private static final String KEY = "Ocp-Apim-Subscription-Key: any";
  private static final String WAV = "Content-Type: " + RunningService.WAV_TYPE;
  private static final String CHUNKED = "Transfer-Encoding: chunked";
  private static final String EXPECT = "Expect: 100-continue";

  private final RunningService service;

  ContinueIT() throws Exception {
    service = new RunningService();
  }

  @AfterEach
  void close() {
    service.close();
  }

  private static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(401, "?language=en-US", "Authorization: Bearer no.token.here", WAV),
        Arguments.of(401, "?language=en-US", "Authorization: Basic YTpi", WAV),
        Arguments.of(403, "?language=en-US", "Accept: application/json", WAV),
        Arguments.of(400, "", KEY, WAV),
        Arguments.of(400, "?language=de-DE", KEY, WAV),
        Arguments.of(400, "?language=en-US&language=en-US", KEY, WAV),
        Arguments.of(400, "?language=en-US&format=pretty", KEY, WAV),
        Arguments.of(400, "?language=en-US&profanity=some", KEY, WAV),
        Arguments.of(400, "?language=en-US", KEY, "Content-Type: audio/webm"),
        Arguments.of(400, "?language=en-US", KEY, "Accept: application/json"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void expect_whenRefused_answersWithout100AndCloses(
      int status, String query, String credential, String contentType) throws Exception {
    try (RawClient client = service.connect()) {
      client.sendHead(
          PATH + query + " HTTP/1.1", "Host: local", credential, contentType, CHUNKED, EXPECT);
      String head = client.readHead();
      assertTrue(head.startsWith("HTTP/1.1 " + status + " "), head);
      assertTrue(head.contains("\r\nConnection: close\r\n"), head);
      client.readToEnd();
    }
    assertEquals(0, service.engine.openedCount());
  }

  @Test
  void expect_whenRecognizersAreBusy_answers429Without100() throws Exception {
    try (RawClient first = admitted();
        RawClient second = admitted();
        RawClient third = service.connect()) {
      sendHead(third, EXPECT);
      String head = third.readHead();
      assertTrue(head.startsWith("HTTP/1.1 429 "), head);
      assertTrue(head.contains("\r\nRetry-After: 1\r\n"), head);
      assertFalse(first.hasAnswer() || second.hasAnswer());
    }
  }

  @Test
  void expect_whenAdmitted_sends100AndThenTheAnswer() throws Exception {
    try (RawClient client = admitted()) {
      client.sendChunk(TestAudio.silentWav(1_600)).sendChunk(new byte[0]);
      String head = client.readHead();
      assertTrue(head.startsWith("HTTP/1.1 200 "), head);
      assertTrue(head.contains("\r\nTransfer-Encoding: chunked\r\n"), head);
      assertTrue(head.contains("\r\nContent-Type: application/json; charset=utf-8\r\n"), head);
    }
  }

  @Test
  void noExpect_whenAdmitted_sendsNo100() throws Exception {
    try (RawClient client = service.connect()) {
      sendHead(client, "Accept: application/json");
      client.sendChunk(TestAudio.silentWav(1_600)).sendChunk(new byte[0]);
      String head = client.readHead();
      assertTrue(head.startsWith("HTTP/1.1 200 "), head);
    }
  }

  @Test
  void noExpect_whenRefusedWhileTheClientSends_letsItReadTheAnswerAndGoOn() throws Exception {
    try (RawClient client = service.connect()) {
      client.sendHead(PATH + " HTTP/1.1", "Host: local", KEY, WAV, CHUNKED);
      String head = client.readHead();
      assertTrue(head.startsWith("HTTP/1.1 400 "), head);
      for (int i = 0; i < 64; i++) {
        client.sendChunk(new byte[32 * 1024]);
      }
      client.sendChunk(new byte[0]);
      String rest = "25\r\n{\"Message\":\"Invalid CID or language\"}\r\n0\r\n\r\n";
      assertEquals(rest, client.read(rest.length()));
      sendHead(client, EXPECT);
      assertTrue(client.readHead().startsWith("HTTP/1.1 100 "));
    }
  }

  private RawClient admitted() throws Exception {
    RawClient client = service.connect();
    sendHead(client, EXPECT);
    String head = client.readHead();
    assertEquals("HTTP/1.1 100 Continue\r\n\r\n", head);
    return client;
  }

  private static void sendHead(RawClient client, String lastHeader) throws Exception {
    client.sendHead(
        PATH + "?language=en-US HTTP/1.1", "Host: local", KEY, WAV, CHUNKED, lastHeader);
  }
}
