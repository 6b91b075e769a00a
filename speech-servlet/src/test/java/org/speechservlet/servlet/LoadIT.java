package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many at once, and one very large: with a small heap, clients and Speech API within it. */
@NullUnmarked // each test starts what it needs
class LoadIT {
  private static final int PEOPLE = Integer.getInteger("people", 300);
  private static final int PIECE_BYTES = 1024 * 1024;

  private Fixture fixture;

  @AfterEach
  void stop() throws Exception {
    fixture.assertNothingInFlight();
    fixture.close();
  }

  @Test
  void threeHundredLiveDictations_areAllAnswered() throws Exception {
    fixture = new Fixture();
    ConcurrentLinkedQueue<Long> firstBytes = new ConcurrentLinkedQueue<>();
    fixture.api.answerWith(
        (received, request, response, callback) -> {
          long headNanos = System.nanoTime();
          StandInSpeechApi.discardAll(
              request, () -> firstBytes.add((System.nanoTime() - headNanos) / 1_000_000));
          StandInSpeechApi.succeed(response, callback);
        });

    List<RawClient.Answer> answers = new LiveDictations(fixture.server, PEOPLE, 10).run();

    assertEquals(
        Map.of(200, (long) PEOPLE),
        answers.stream()
            .collect(Collectors.groupingBy(RawClient.Answer::status, Collectors.counting())));
    long[] sorted = firstBytes.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        "%d live dictations on %s: first audio upstream after the request's head: median %d ms,"
            + " 99th percentile %d ms, heap limit %d MiB%n",
        PEOPLE,
        System.getProperty("container", "jetty"),
        sorted[sorted.length / 2],
        sorted[sorted.length * 99 / 100],
        Runtime.getRuntime().maxMemory() / PIECE_BYTES);
  }

  @Test
  void uploadOfOneGibibyte_leavesTheHeapWhereItWas() throws Exception {
    fixture =
        new Fixture(
            new Deployment()
                .with("speech.max-upload-bytes", "2GiB")
                .with("speech.max-audio-duration", "PT24H"));
    fixture.api.answerWith(
        (received, request, response, callback) -> {
          StandInSpeechApi.discardAll(request, () -> {});
          StandInSpeechApi.succeed(response, callback);
        });
    assertEquals(200, fixture.post(Tone.wav(1), "Content-Type", "audio/wav").statusCode());
    long before = usedHeapBytes();

    try (RawClient browser = new RawClient(fixture.server)) {
      browser.post(fixture.server, "Content-Type: audio/wav", "Transfer-Encoding: chunked");
      byte[] header = Arrays.copyOf(Tone.wav(0), 44);
      browser.chunk(header, 0, header.length);
      byte[] piece = new byte[PIECE_BYTES];
      for (int i = 0; i < 1024; i++) {
        browser.chunk(piece, 0, piece.length);
      }
      long inTheMiddle = usedHeapBytes();
      assertEquals(200, browser.lastChunk().readAnswer().status());

      long growth = inTheMiddle - before;
      System.out.printf(
          "1 GiB uploaded on %s: live heap before %d KiB, with the last byte %d KiB%n",
          System.getProperty("container", "jetty"), before / 1024, inTheMiddle / 1024);
      assertTrue(growth < 8L * PIECE_BYTES, "the heap grew by " + growth + " bytes");
    }
  }

  private static long usedHeapBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
