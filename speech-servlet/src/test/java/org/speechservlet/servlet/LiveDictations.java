package org.speechservlet.servlet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Many people who dictate at the same time: each sends a tenth of a second of WAV ten times a
 * second.
 */
final class LiveDictations {
  private static final int PIECE_BYTES = 3_200;

  private final WebServer server;
  private final byte[] wav;
  private final List<RawClient> people = new ArrayList<>();

  LiveDictations(WebServer server, int people, double seconds) throws IOException {
    this.server = server;
    this.wav = Tone.wav(seconds);
    for (int i = 0; i < people; i++) {
      this.people.add(new RawClient(server));
    }
  }

  /** Lets everybody speak to the end, and returns everybody's answer. */
  List<RawClient.Answer> run() throws Exception {
    for (RawClient person : people) {
      person.post(server, "Content-Type: audio/wav", "Transfer-Encoding: chunked");
    }
    speak();
    List<RawClient.Answer> answers = new ArrayList<>();
    for (RawClient person : people) {
      answers.add(person.readAnswer());
      person.close();
    }
    return answers;
  }

  private void speak() throws InterruptedException {
    CountDownLatch pieces = new CountDownLatch((wav.length + PIECE_BYTES - 1) / PIECE_BYTES);
    ScheduledExecutorService metronome = Executors.newSingleThreadScheduledExecutor();
    int[] offset = {0};
    ScheduledFuture<?> beat =
        metronome.scheduleAtFixedRate(
            () -> {
              if (offset[0] < wav.length) {
                sendPiece(offset[0]);
                offset[0] += PIECE_BYTES;
                pieces.countDown();
              }
            },
            0,
            100,
            TimeUnit.MILLISECONDS);
    if (!pieces.await(120, TimeUnit.SECONDS)) {
      throw new AssertionError(pieces.getCount() + " pieces were not sent");
    }
    beat.cancel(false);
    metronome.shutdownNow();
  }

  private void sendPiece(int offset) {
    int count = Math.min(PIECE_BYTES, wav.length - offset);
    for (RawClient person : people) {
      try {
        person.chunk(wav, offset, count);
        if (offset + count == wav.length) {
          person.lastChunk();
        }
      } catch (IOException e) {
        // This person's answer will tell why.
      }
    }
  }
}
