package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Feeds one upload several times, each time cut in another way, and checks what every reader of
 * audio promises whatever it gets: the outcome does not depend on the cuts; a refusal is an {@link
 * AudioException} with a sentence and a place inside of the upload; no more is held than is stated;
 * what comes out is bounded by what went in, and is sound itself.
 */
final class FuzzedUpload {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** The most that the headers of a form's part take, and what goes with them. */
  private static final int FORM_BYTES = 5 * 1024;

  /** What the README says that resampling takes. */
  private static final int PCM_BYTES = 24 * 1024;

  /** "A few KiB": of Ogg, one header and one first page. */
  private static final int OGG_BYTES = 4 * 1024;

  /** One block and one page. */
  private static final int WEBM_BYTES = 2 * 64 * 1024 + OGG_BYTES;

  /** One packet or index, one page, and the sizes of one fragment's packets. */
  private static final int MP4_BYTES = 2 * 64 * 1024 + 16 * 1024 + OGG_BYTES;

  /** A packet of one byte can last 120 ms, and so take a page of 28 bytes for itself. */
  private static final int MOST_OPUS_FACTOR = 32;

  /** From 4 to 16 kHz. */
  private static final int MOST_PCM_FACTOR = 4;

  private static final int MOST_ADDED_BYTES = 1024;
  private static final int MEASUREMENTS = 16;
  private static final int SHORT_BYTES = 512;

  private final ContentType type;
  private final byte[] bytes;
  private final long mostHeldBytes;

  /** {@code type} is what the upload is said to be. */
  FuzzedUpload(ContentType type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
    this.mostHeldBytes = mostHeldBytes(type, ByteBuffer.wrap(bytes));
  }

  private static long mostHeldBytes(ContentType type, ByteBuffer file) {
    if (type.type().equals("multipart/form-data")) {
      return FORM_BYTES + MP4_BYTES;
    }
    if (DetectingReader.OGG.matches(file)) {
      return OGG_BYTES;
    }
    if (DetectingReader.EBML.matches(file)) {
      return WEBM_BYTES;
    }
    return DetectingReader.MP4.matches(file) ? MP4_BYTES : PCM_BYTES;
  }

  /** What became of an upload. */
  private static final class Outcome {
    private final byte[] output;
    private final @Nullable UpstreamFormat format;
    private final Duration duration;
    private final @Nullable Refusal refusal;

    Outcome(
        byte[] output,
        @Nullable UpstreamFormat format,
        Duration duration,
        @Nullable Refusal refusal) {
      this.output = output;
      this.format = format;
      this.duration = duration;
      this.refusal = refusal;
    }

    void checkSameAs(Outcome other) {
      assertEquals(refusal, other.refusal);
      if (refusal == null) {
        assertEquals(format, other.format);
        assertEquals(duration, other.duration);
        assertArrayEquals(output, other.output);
      } else {
        int common = Math.min(output.length, other.output.length);
        assertTrue(
            Arrays.equals(output, 0, common, other.output, 0, common),
            "what goes on before a refusal is the same, as far as it goes");
      }
    }
  }

  /** Checks all of it; returns how the upload was refused, or null if it was not. */
  @Nullable Refusal check() {
    Outcome whole = feed(() -> Math.max(1, bytes.length));
    Random random = new Random(Arrays.hashCode(bytes));
    whole.checkSameAs(feed(() -> 1 + random.nextInt(random.nextBoolean() ? 16 : 2048)));
    if (bytes.length <= SHORT_BYTES) {
      whole.checkSameAs(feed(() -> 1));
    }
    if (whole.refusal == null) {
      checkSound(whole);
    } else {
      checkRefusal(whole.refusal);
    }
    checkWork(whole);
    return whole.refusal;
  }

  private Outcome feed(IntSupplier pieceBytes) {
    RecordedAudio audio = new RecordedAudio();
    AudioIntake intake = new AudioIntake(type, new AudioLimits(LIMIT), Upload.FILTERS, audio);
    Refusal refusal = null;
    try {
      feed(intake, pieceBytes);
      intake.end();
    } catch (AudioException e) {
      refusal = Refusal.of(e);
    }
    checkHeld(intake);
    return new Outcome(audio.bytes(), audio.saidFormat(), intake.audioDuration(), refusal);
  }

  private void feed(AudioIntake intake, IntSupplier pieceBytes) throws AudioException {
    int measured = 0;
    for (int at = 0; at < bytes.length; ) {
      int end = Math.min(bytes.length, at + pieceBytes.getAsInt());
      byte[] piece = Arrays.copyOfRange(bytes, at, end);
      intake.feed(ByteBuffer.wrap(piece));
      Arrays.fill(piece, (byte) 0x55);
      at = end;
      if ((long) at * MEASUREMENTS / bytes.length > measured) {
        measured++;
        checkHeld(intake);
      }
    }
  }

  private void checkHeld(AudioIntake intake) {
    long held = HeldBytes.of(intake);
    assertTrue(held <= mostHeldBytes, () -> held + " bytes are held of " + mostHeldBytes);
    assertTrue(intake.audioDuration().compareTo(LIMIT) <= 0);
  }

  private void checkRefusal(Refusal refusal) {
    assertTrue(refusal.message().endsWith("."), refusal.message());
    assertFalse(refusal.message().chars().anyMatch(Character::isISOControl), refusal.message());
    assertEquals(
        refusal.kind() == AudioException.Kind.MALFORMED, refusal.offsetBytes().isPresent());
    assertEquals(refusal.kind() == AudioException.Kind.TOO_LONG, refusal.limit().isPresent());
    refusal
        .offsetBytes()
        .ifPresent(at -> assertTrue(at >= 0 && at <= bytes.length, refusal.message()));
  }

  private void checkWork(Outcome outcome) {
    long factor = outcome.format == UpstreamFormat.WAV_PCM_16K ? MOST_PCM_FACTOR : MOST_OPUS_FACTOR;
    assertTrue(outcome.output.length <= factor * bytes.length + MOST_ADDED_BYTES);
  }

  /** What went upstream is accepted by the same rules, and then passes unchanged. */
  private static void checkSound(Outcome outcome) {
    FuzzedUpload again = new FuzzedUpload(ContentType.UNKNOWN, outcome.output);
    Outcome second = again.feed(() -> Math.max(1, outcome.output.length));
    outcome.checkSameAs(second);
  }
}
