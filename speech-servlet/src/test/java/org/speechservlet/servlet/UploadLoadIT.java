package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.servlet.UploadClient.part;

import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many live uploads at once, and what one takes that only waits. */
@NullUnmarked // each test starts what it needs
class UploadLoadIT {
  private static final int PEOPLE = 200;
  private static final int WAITING = Integer.getInteger("waiting", 2_000);
  private static final int PIECE = 8_000;

  private final ExecutorService workers = Executors.newFixedThreadPool(16);
  private Fixture fixture;

  @AfterEach
  void stop() throws Exception {
    workers.shutdownNow();
    fixture.assertNothingInFlight();
    fixture.close();
  }

  @Test
  void twoHundredLiveUploads_areAllHeardInFullAndAnswered() throws Exception {
    fixture = new Fixture();
    byte[] audio = Tone.wav(2);
    List<UploadClient> people =
        each(PEOPLE, number -> UploadClient.create(fixture, part(audio, 0, PIECE)));
    int sent = PIECE;
    for (; audio.length - sent > PIECE; sent += PIECE) {
      int from = sent;
      for (HttpResponse<String> answer :
          each(
              PEOPLE, number -> people.get(number).append(from, part(audio, from, from + PIECE)))) {
        assertEquals(204, answer.statusCode(), answer.body());
      }
    }
    int from = sent;
    for (HttpResponse<String> answer :
        each(
            PEOPLE,
            number -> people.get(number).appendLast(from, part(audio, from, audio.length)))) {
      assertEquals(StandInSpeechApi.SUCCESS, answer.body());
    }
    for (int i = 0; i < PEOPLE; i++) {
      byte[] heard = fixture.api.next().body();
      assertArrayEquals(part(audio, 44, audio.length), part(heard, 44, heard.length));
    }
    assertTrue(fixture.api.sawNothing());
  }

  @Test
  void uploadThatWaits_takesABoundedPartOfTheHeap() throws Exception {
    fixture = new Fixture(new Deployment().with("speech.upload-idle-timeout", "PT5M"));
    fixture.api.answerWith(
        (received, request, response, callback) -> new Discard(request, response, callback).run());
    byte[] piece = part(Tone.wav(1), 0, PIECE);
    for (UploadClient warmUp : each(100, number -> UploadClient.create(fixture, piece))) {
      assertEquals(204, warmUp.delete().statusCode());
    }
    fixture.assertNothingInFlight();
    long before = usedHeapBytes();

    List<UploadClient> waiting = each(WAITING, number -> UploadClient.create(fixture, piece));

    long each = (usedHeapBytes() - before) / WAITING;
    System.out.printf(
        "%d uploads that wait, each after %d bytes, on %s: %d bytes of heap each, client and Speech"
            + " API in the same heap%n",
        WAITING, PIECE, System.getProperty("container", "jetty"), each);
    assertTrue(each < 64 * 1024, "one takes " + each + " bytes");
    for (HttpResponse<String> answer : each(WAITING, number -> waiting.get(number).delete())) {
      assertEquals(204, answer.statusCode());
    }
  }

  /** Does something once for each number below the count, some of them at a time. */
  private <T> List<T> each(int count, Numbered<T> action) throws Exception {
    List<Callable<T>> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      tasks.add(() -> action.run(number));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> result : workers.invokeAll(tasks)) {
      results.add(result.get());
    }
    return results;
  }

  private interface Numbered<T> {
    T run(int number) throws Exception;
  }

  private static long usedHeapBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Reads to the end without a thread that waits, and keeps nothing. */
  private record Discard(Request request, Response response, Callback callback)
      implements Runnable {
    @Override
    public void run() {
      while (true) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          request.demand(this);
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          callback.failed(chunk.getFailure());
          return;
        }
        chunk.release();
        if (chunk.isLast()) {
          StandInSpeechApi.succeed(response, callback);
          return;
        }
      }
    }
  }
}
