package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of upload promises. Each kind is a subclass, hence not final. */
abstract class AudioReaderContract {
  private static final int MUTATIONS = 400;

  /** An upload of this kind that is accepted. */
  abstract Upload sample() throws Exception;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 4096})
  void feed_inPieces_givesTheSameAsWhole(int pieceBytes) throws Exception {
    Upload upload = sample();
    RecordedAudio whole = upload.read();
    RecordedAudio pieces = upload.read(pieceBytes);
    assertEquals(whole.format(), pieces.format());
    assertArrayEquals(whole.bytes(), pieces.bytes());
  }

  @Test
  void feed_cutAtEveryByte_endsOrIsRefusedInASentence() throws Exception {
    Upload upload = sample();
    for (int length = 0; length < upload.bytes().length; length++) {
      readOrCheckRefusal(upload.cut(length));
    }
  }

  @Test
  void feed_mutatedBytes_endsOrIsRefusedInASentence() throws Exception {
    Upload upload = sample();
    Random random = new Random(42);
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = upload.bytes().clone();
      for (int change = random.nextInt(1, 5); change > 0; change--) {
        int within = random.nextBoolean() ? Math.min(bytes.length, 128) : bytes.length;
        bytes[random.nextInt(within)] = (byte) random.nextInt();
      }
      readOrCheckRefusal(new Upload(upload.type(), bytes));
    }
  }

  @Test
  void feed_moreThanTheLimit_isTooLongAndPassesOnNoMore() throws Exception {
    Upload upload = sample();
    Duration all = upload.read(4096, Upload.LIMIT, new RecordedAudio()).audioDuration();
    assertNotEquals(Duration.ZERO, all);
    upload.read(4096, all, new RecordedAudio());
    Duration less = all.minusMillis(1);
    Refusal refusal = refusal(upload, less);
    assertEquals(AudioException.Kind.TOO_LONG, refusal.kind());
    assertEquals(less, refusal.limit().orElseThrow());
  }

  private static Refusal refusal(Upload upload, Duration limit) {
    return Refusal.of(() -> upload.read(4096, limit, new RecordedAudio()));
  }

  @Test
  void feed_nothing_isMalformedAndSaysEmpty() throws Exception {
    Refusal refusal = sample().cut(0).refusal();
    assertEquals(AudioException.Kind.MALFORMED, refusal.kind());
    assertTrue(refusal.message().contains("empty"), refusal.message());
  }

  private static void readOrCheckRefusal(Upload upload) {
    try {
      upload.read(977);
    } catch (AudioException thrown) {
      Refusal refusal = Refusal.of(thrown);
      assertFalse(refusal.message().isBlank());
      assertTrue(refusal.message().endsWith("."), refusal.message());
      refusal
          .offsetBytes()
          .ifPresent(at -> assertTrue(at >= 0 && at <= upload.bytes().length, "offset " + at));
    }
  }
}
