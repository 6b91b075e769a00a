package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.speechservlet.local.audio.TestAudio;

/** Clients that are too slow. */
final class TimeoutIT {

  private static final String NO_AUDIO = "{\"Message\":\"No audio data received\"}";

  @Test
  void upload_thatNeverBegins_is408AndClosed() throws Exception {
    try (RunningService service =
            new RunningService(options -> options.withIdleTimeout(Duration.ofMillis(50)));
        RawClient client = connect(service, "Expect: 100-continue")) {
      assertTrue(client.readHead().startsWith("HTTP/1.1 100 "));
      assertIs408AndClosed(client);
      assertEquals(0, service.engine.lentCount());
    }
  }

  @Test
  void upload_thatStallsInTheMiddle_is408AndClosed() throws Exception {
    try (RunningService service =
            new RunningService(options -> options.withIdleTimeout(Duration.ofMillis(50)));
        RawClient client = connect(service, "Accept: */*")) {
      client.sendChunk(TestAudio.silentWav(1_600));
      assertIs408AndClosed(client);
      assertEquals(0, service.engine.lentCount());
    }
  }

  @Test
  void upload_thatTricklesOnForTooLong_is408AndClosed() throws Exception {
    try (RunningService service =
            new RunningService(options -> options.withRequestTimeout(Duration.ofMillis(1)));
        RawClient client = connect(service, "Accept: */*")) {
      client.sendChunk(TestAudio.silentWav(1));
      while (!client.hasAnswer()) {
        client.sendChunk(new byte[2]);
      }
      assertIs408AndClosed(client);
      assertEquals(0, service.engine.lentCount());
    }
  }

  @Test
  void connection_thatNeverSendsARequest_isClosed() throws Exception {
    try (RunningService service =
            new RunningService(options -> options.withIdleTimeout(Duration.ofMillis(50)));
        RawClient client = service.connect()) {
      assertEquals("", client.readToEnd());
    }
  }

  private static void assertIs408AndClosed(RawClient client) throws Exception {
    String head = client.readHead();
    assertTrue(head.startsWith("HTTP/1.1 408 "), head);
    assertTrue(head.contains("Connection: close"), head);
    String rest = client.readToEnd();
    assertTrue(rest.contains(NO_AUDIO), rest);
  }

  private static RawClient connect(RunningService service, String header) throws Exception {
    return service
        .connect()
        .sendHead(
            "POST /speech/recognition/conversation/cognitiveservices/v1?language=en-US HTTP/1.1",
            "Host: local",
            "Ocp-Apim-Subscription-Key: any",
            "Content-Type: " + RunningService.WAV_TYPE,
            "Transfer-Encoding: chunked",
            header);
  }
}
