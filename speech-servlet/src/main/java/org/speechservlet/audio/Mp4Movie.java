package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the box {@code moov} says about the tracks of an MP4 file, of which the first that holds
 * Opus is heard.
 */
final class Mp4Movie {
  private static final int TRACK_HEADER_BYTES = 24;
  private static final int LONG_TRACK_ID_AT = 20;
  private static final int TRACK_ID_AT = 12;
  private static final int TRACK_EXTENDS_BYTES = 24;
  private static final int EXTENDED_TRACK_AT = 4;
  private static final int DEFAULT_SIZE_AT = 16;
  private static final int MAX_NAMES = 4;
  private static final String ADVICE =
      "; accepted is Opus in fragmented MP4, or one of "
          + RefusedFormats.ACCEPTED
          + " In a browser, ask MediaRecorder for audio/webm;codecs=opus, or record WAV with an"
          + " AudioWorklet.";

  private final Set<String> others = new LinkedHashSet<>();
  private int trackId;
  private @Nullable Mp4SampleEntry entry;
  private int opusId;
  private @Nullable Mp4SampleEntry opus;
  private boolean fragmented;
  private int defaultSampleBytes;

  /** What to do with a box inside of {@code moov}. */
  ElementStep begins(Element box) {
    return switch (box.id()) {
      case Mp4Box.TRAK, Mp4Box.MDIA, Mp4Box.MINF, Mp4Box.STBL, Mp4Box.MVEX -> ElementStep.DESCEND;
      case Mp4Box.TKHD -> ElementStep.gather(TRACK_HEADER_BYTES);
      case Mp4Box.TREX -> ElementStep.gather(TRACK_EXTENDS_BYTES);
      case Mp4Box.STSD -> ElementStep.gather(Mp4SampleEntry.MAX_BYTES);
      default -> ElementStep.SKIP;
    };
  }

  /** Takes the content of one. */
  void holds(Element box, ByteBuffer content) throws AudioException {
    switch (box.id()) {
      case Mp4Box.TKHD -> {
        checkLength(box, content, TRACK_HEADER_BYTES);
        boolean isLong = content.get(0) == 1;
        trackId = content.getInt(isLong ? LONG_TRACK_ID_AT : TRACK_ID_AT);
      }
      case Mp4Box.TREX -> readExtends(box, content);
      case Mp4Box.STSD -> entry = Mp4SampleEntry.read(content, box.start());
      default -> {}
    }
  }

  private static void checkLength(Element box, ByteBuffer content, int least)
      throws AudioException {
    if (content.limit() < least) {
      throw AudioException.malformed(
          box.start(),
          "A box of the MP4 file has " + content.limit() + " bytes; it needs " + least);
    }
  }

  /** Where defaults stand in front of the tracks that they are for, the last one counts. */
  private void readExtends(Element box, ByteBuffer content) throws AudioException {
    checkLength(box, content, TRACK_EXTENDS_BYTES);
    fragmented = true;
    if (opus == null || content.getInt(EXTENDED_TRACK_AT) == opusId) {
      defaultSampleBytes = content.getInt(DEFAULT_SIZE_AT);
    }
  }

  /** A box {@code trak} is complete. */
  void trackEnds() {
    Mp4SampleEntry ended = entry;
    if (ended != null && ended.isOpus() && opus == null) {
      opus = ended;
      opusId = trackId;
    } else if (ended != null && !ended.isOpus() && others.size() < MAX_NAMES) {
      others.add(ended.codecName());
    }
    entry = null;
    trackId = 0;
  }

  /** Begins to write what the Opus track holds, once all of {@code moov} is known. */
  OggOpusWriter open(Element box, AudioOutput output) throws AudioException {
    Mp4SampleEntry chosen = opus;
    if (chosen == null) {
      throw AudioException.unsupported(
          "The MP4 file holds "
              + (others.isEmpty() ? "no track" : String.join(" and ", others))
              + ADVICE);
    }
    if (!fragmented) {
      throw AudioException.unsupported("The MP4 file is not a fragmented one" + ADVICE);
    }
    ByteBuffer head = chosen.opusHead();
    if (!head.hasRemaining()) {
      throw AudioException.malformed(
          box.start(), "The Opus track of the MP4 file has no header (dOps)");
    }
    OpusHead opusHead = OpusHead.read(head, box.start());
    return new OggOpusWriter(opusHead, head.limit(OpusHead.MIN_BYTES), output);
  }

  /** The refusal of a file whose audio comes before it is said what it is. */
  static AudioException audioFirst() {
    return AudioException.unsupported(
        "The MP4 file has its index (moov) behind its audio" + ADVICE);
  }

  /** The number of the track that is heard. */
  int opusId() {
    return opusId;
  }

  /** The size of the samples in that track of which no size is said. */
  int defaultSampleBytes() {
    return defaultSampleBytes;
  }
}
