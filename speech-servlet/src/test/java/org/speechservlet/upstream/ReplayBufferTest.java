package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayBufferTest {
  private static final int KEPT = 64 * 1024;

  private final ReplayBudget budget = new ReplayBudget(1024 * 1024);
  private final ReplayBuffer buffer = new ReplayBuffer(budget, KEPT);

  @AfterEach
  void budgetIsBackAtZero() {
    buffer.release();
    assertEquals(0, budget.usedBytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 4095, 4096, 4097, 10_000})
  void sendTo_withPiecesOfAnySize_keepsEveryByteInOrder(int pieceBytes) throws IOException {
    byte[] audio = noise(50_000);
    ReplayBuffer.Playback playback = buffer.play();
    ByteArrayOutputStream sent = new ByteArrayOutputStream();

    for (int from = 0; from < audio.length; from += pieceBytes) {
      buffer.append(ByteBuffer.wrap(audio, from, Math.min(pieceBytes, audio.length - from)));
      playback.sendTo(bytes -> take(bytes, pieceBytes / 2 + 1, sent));
    }
    while (playback.hasUnsent()) {
      playback.sendTo(bytes -> take(bytes, pieceBytes, sent));
    }

    assertArrayEquals(audio, sent.toByteArray());
  }

  @Test
  void sendTo_intoFullOutlet_keepsTheRestUnsent() throws IOException {
    append(10_000);
    ReplayBuffer.Playback playback = buffer.play();
    int[] room = {5_000};

    long sent =
        playback.sendTo(
            bytes -> {
              int count = Math.min(room[0], bytes.remaining());
              bytes.position(bytes.position() + count);
              room[0] -= count;
              return count;
            });

    assertEquals(5_000, sent);
    assertTrue(playback.hasUnsent());
  }

  @Test
  void append_withReadOnlyOrDirectBuffers_copiesThem() throws IOException {
    byte[] audio = noise(9);
    ByteBuffer direct = ByteBuffer.allocateDirect(9).put(audio).flip();
    buffer.append(direct);
    buffer.append(ByteBuffer.wrap(audio).asReadOnlyBuffer());

    byte[] sent = sendAll(buffer.play());

    assertFalse(direct.hasRemaining());
    assertArrayEquals(audio, Arrays.copyOfRange(sent, 9, 18));
  }

  @Test
  void play_afterEverythingWasSent_givesItAllAgain() throws IOException {
    byte[] audio = append(40_000);
    byte[] first = sendAll(buffer.play());
    byte[] second = sendAll(buffer.play());

    assertArrayEquals(audio, first);
    assertArrayEquals(audio, second);
  }

  @Test
  void play_whileAnotherPlays_endsTheOtherWithoutLosingBytes() throws IOException {
    byte[] audio = append(1_000);
    ReplayBuffer.Playback abandoned = buffer.play();
    abandoned.sendTo(bytes -> take(bytes, 10, new ByteArrayOutputStream()));
    ReplayBuffer.Playback next = buffer.play();
    buffer.complete();

    assertEquals(0, abandoned.sendTo(ByteBuffer::remaining));
    assertFalse(abandoned.hasUnsent());
    assertFalse(abandoned.isDrained());
    assertArrayEquals(audio, sendAll(next));
    assertTrue(next.isDrained());
    assertFalse(abandoned.isDrained());
  }

  @Test
  void rewind_withoutNextPlayback_endsTheOneBefore() throws IOException {
    append(KEPT * 2);
    ReplayBuffer.Playback abandoned = buffer.play();

    assertTrue(buffer.rewind());
    assertEquals(0, abandoned.sendTo(ByteBuffer::remaining));
    assertTrue(buffer.isReplayable());
  }

  @Test
  void rewind_beyondWhatIsKept_saysNo() throws IOException {
    append(KEPT);
    sendAll(buffer.play());
    assertTrue(buffer.isReplayable());

    append(1);

    assertFalse(buffer.isReplayable());
    assertFalse(buffer.rewind());
    assertThrows(IllegalStateException.class, buffer::play);
  }

  @Test
  void append_beyondWhatIsKept_isStillSent() throws IOException {
    ReplayBuffer.Playback playback = buffer.play();
    byte[] audio = noise(KEPT * 4);
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    for (int from = 0; from < audio.length; from += 3_200) {
      buffer.append(ByteBuffer.wrap(audio, from, Math.min(3_200, audio.length - from)));
      playback.sendTo(bytes -> take(bytes, 3_000, sent));
    }
    while (playback.hasUnsent()) {
      playback.sendTo(bytes -> take(bytes, 3_000, sent));
    }
    assertArrayEquals(audio, sent.toByteArray());
  }

  @Test
  void budget_neverExceedsTheBoundOfOneRecognition() throws IOException {
    ReplayBuffer.Playback playback = buffer.play();
    for (int i = 0; i < 100; i++) {
      append(3_200);
      playback.sendTo(ReplayBufferTest::takeAll);
      assertTrue(budget.usedBytes() <= KEPT, () -> budget.usedBytes() + " bytes are kept");
    }
    assertEquals(0, budget.usedBytes(), "what cannot be replayed is not kept");
  }

  @Test
  void budget_usedUpByOthers_stopsKeepingButNotStreaming() throws IOException {
    ReplayBudget small = new ReplayBudget(2 * ReplayBuffer.SEGMENT_BYTES);
    ReplayBuffer first = new ReplayBuffer(small, KEPT);
    ReplayBuffer second = new ReplayBuffer(small, KEPT);
    first.append(ByteBuffer.wrap(noise(ReplayBuffer.SEGMENT_BYTES)));
    byte[] audio = noise(3 * ReplayBuffer.SEGMENT_BYTES);
    second.append(ByteBuffer.wrap(audio));

    assertTrue(second.isReplayable(), "nothing was sent yet");
    assertArrayEquals(audio, sendAll(second.play()));
    assertFalse(second.isReplayable());
    assertEquals(ReplayBuffer.SEGMENT_BYTES, small.usedBytes(), "only the first one keeps");

    first.release();
    second.release();
    assertEquals(0, small.usedBytes());
  }

  @Test
  void boundOfZero_keepsNothing_butRewindsWhileNothingWasSent() throws IOException {
    ReplayBuffer none = new ReplayBuffer(budget, 0);
    byte[] audio = noise(ReplayBuffer.SEGMENT_BYTES);
    none.append(ByteBuffer.wrap(audio));

    assertEquals(0, budget.usedBytes());
    assertTrue(none.rewind());
    assertArrayEquals(audio, sendAll(none.play()));
    assertFalse(none.rewind());
  }

  @Test
  void hasRoom_endsWithAFullWindow_andComesBackWhenSomeWasSent() throws IOException {
    append(ReplayBuffer.WINDOW_BYTES - 1);
    assertTrue(buffer.hasRoom());
    append(1);
    assertFalse(buffer.hasRoom());

    buffer.play().sendTo(bytes -> take(bytes, 1, new ByteArrayOutputStream()));

    assertTrue(buffer.hasRoom());
  }

  @Test
  void hasRoom_afterRewind_countsWhatIsToBeSentAgain() throws IOException {
    append(KEPT);
    sendAll(buffer.play());
    assertTrue(buffer.hasRoom());

    buffer.rewind();

    assertFalse(buffer.hasRoom());
  }

  @Test
  void isDrained_needsTheEndAndNothingUnsent() throws IOException {
    ReplayBuffer.Playback playback = buffer.play();
    append(10);
    buffer.complete();
    assertFalse(playback.isDrained());
    playback.sendTo(ReplayBufferTest::takeAll);
    assertTrue(playback.isDrained());
  }

  @Test
  void isDrained_ofEmptyAudio_isTrueAtItsEnd() {
    ReplayBuffer.Playback playback = buffer.play();
    assertFalse(playback.isDrained());
    buffer.complete();
    assertTrue(playback.isDrained());
  }

  @Test
  void release_duringPlayback_givesNothingMore() throws IOException {
    append(10_000);
    ReplayBuffer.Playback playback = buffer.play();

    buffer.release();
    append(10_000);
    buffer.complete();

    assertEquals(0, playback.sendTo(ByteBuffer::remaining));
    assertFalse(playback.isDrained());
    assertFalse(buffer.hasUnsent());
    assertTrue(buffer.hasRoom());
    assertFalse(buffer.rewind());
    assertEquals(0, budget.usedBytes());
  }

  @Test
  void release_twice_givesTheBudgetBackOnce() {
    ReplayBuffer other = new ReplayBuffer(budget, KEPT);
    other.append(ByteBuffer.wrap(noise(10)));
    append(10_000);

    buffer.release();
    buffer.release();

    assertEquals(ReplayBuffer.SEGMENT_BYTES, budget.usedBytes(), "what the other one keeps");
    other.release();
  }

  @Test
  void outletThatFails_losesNothingForTheNextPlayback() {
    byte[] audio = append(10_000);
    ReplayBuffer.Playback playback = buffer.play();
    int[] calls = {0};

    assertThrows(
        IOException.class,
        () ->
            playback.sendTo(
                bytes -> {
                  if (calls[0]++ > 0) {
                    throw new IOException("broken pipe");
                  }
                  return takeAll(bytes);
                }));

    assertArrayEquals(audio, assertSendsAll(buffer.play()));
  }

  @Test
  void budget_underContention_isNeverExceededAndReturnsToZero() throws InterruptedException {
    ReplayBudget shared = new ReplayBudget(10 * ReplayBuffer.SEGMENT_BYTES);
    Thread[] threads = new Thread[8];
    boolean[] exceeded = {false};
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                for (int round = 0; round < 500; round++) {
                  ReplayBuffer one = new ReplayBuffer(shared, KEPT);
                  one.append(ByteBuffer.wrap(new byte[3 * ReplayBuffer.SEGMENT_BYTES]));
                  exceeded[0] |= shared.usedBytes() > 10 * ReplayBuffer.SEGMENT_BYTES;
                  one.release();
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertFalse(exceeded[0]);
    assertEquals(0, shared.usedBytes());
  }

  private byte[] append(int count) {
    byte[] audio = noise(count);
    buffer.append(ByteBuffer.wrap(audio));
    return audio;
  }

  private static byte[] noise(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  private static int take(ByteBuffer bytes, int max, ByteArrayOutputStream target) {
    byte[] copy = new byte[Math.min(max, bytes.remaining())];
    bytes.get(copy);
    target.writeBytes(copy);
    return copy.length;
  }

  private static int takeAll(ByteBuffer bytes) {
    int count = bytes.remaining();
    bytes.position(bytes.limit());
    return count;
  }

  private static byte[] sendAll(ReplayBuffer.Playback playback) throws IOException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    playback.sendTo(bytes -> take(bytes, Integer.MAX_VALUE, sent));
    return sent.toByteArray();
  }

  private static byte[] assertSendsAll(ReplayBuffer.Playback playback) {
    try {
      return sendAll(playback);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
