package org.speechservlet.fault;

import java.util.Arrays;
import java.util.List;
import org.speechservlet.servlet.Tone;

/** What is dictated: half a second, which goes up in three pieces. */
final class Audio {
  /** More than there is: all of it, and its end. */
  static final int ALL = Integer.MAX_VALUE;

  /** The stages that fall into the audio. */
  static final List<Stage> STAGES = List.of(Stage.FIRST, Stage.MIDDLE, Stage.LAST);

  private static final int PIECE_BYTES = 4_000;

  private final byte[] wav = Tone.wav(0.5);

  int length() {
    return wav.length;
  }

  /** Where each of the stages is. */
  int until(Stage stage) {
    return switch (stage) {
      case FIRST -> PIECE_BYTES / 2;
      case MIDDLE -> 2 * PIECE_BYTES;
      case LAST -> wav.length;
      default -> throw new IllegalArgumentException("not in the audio: " + stage);
    };
  }

  byte[] part(int from, int to) {
    return Arrays.copyOfRange(wav, from, to);
  }
}
