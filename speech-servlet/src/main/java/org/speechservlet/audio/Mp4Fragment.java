package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a box {@code moof} says about where the samples of one track stand (ISO/IEC 14496-12,
 * section 8.8).
 */
final class Mp4Fragment {

  /** Of 20 ms each they are 82 s, more than one recognition takes. */
  static final int MAX_SAMPLES = 4 * 1024;

  /** Browsers write one. Each takes some bytes besides the sizes of its samples. */
  static final int MAX_RUNS = 64;

  private static final int MAX_TRACK_HEADER_BYTES = 32;
  private static final int MAX_RUN_BYTES = 16 * MAX_SAMPLES + 16;
  private static final int MIN_BYTES = 8;

  private static final int HAS_BASE = 0x01;
  private static final int HAS_DESCRIPTION = 0x02;
  private static final int HAS_DEFAULT_DURATION = 0x08;
  private static final int HAS_DEFAULT_SIZE = 0x10;

  private static final int HAS_DATA_OFFSET = 0x001;
  private static final int HAS_FIRST_FLAGS = 0x004;
  private static final int HAS_DURATION = 0x100;
  private static final int HAS_SIZE = 0x200;
  private static final int HAS_FLAGS = 0x400;
  private static final int HAS_COMPOSITION = 0x800;

  private final long fileStart;
  private final Deque<Mp4Run> runs = new ArrayDeque<>();
  private long start;
  private boolean isOfTrack;
  private long base;
  private long behindLastRun;
  private int defaultSampleBytes;
  private int samples;

  /** {@code fileStart} is where in the upload the file begins. */
  Mp4Fragment(long fileStart) {
    this.fileStart = fileStart;
  }

  /** A box {@code moof} begins. */
  void begin(Element box) throws AudioException {
    if (run() != null) {
      throw AudioException.malformed(
          box.start(), "The MP4 file has a new fragment where the last one's audio was expected");
    }
    start = box.start();
    samples = 0;
  }

  /** What to do with a box inside of {@code moof}. */
  ElementStep begins(Element box) throws AudioException {
    switch (box.id()) {
      case Mp4Box.TRAF -> {
        isOfTrack = false;
        return ElementStep.DESCEND;
      }
      case Mp4Box.TFHD -> {
        return ElementStep.gather(MAX_TRACK_HEADER_BYTES);
      }
      case Mp4Box.TRUN -> {
        return isOfTrack ? gatherRun(box) : ElementStep.SKIP;
      }
      default -> {
        return ElementStep.SKIP;
      }
    }
  }

  private static ElementStep gatherRun(Element box) throws AudioException {
    if (box.contentBytes() > MAX_RUN_BYTES) {
      throw tooManySamples();
    }
    return ElementStep.gather((int) Math.max(1, box.contentBytes()));
  }

  private static AudioException tooManySamples() {
    return AudioException.unsupported(
        "A fragment of the MP4 file has more than "
            + MAX_SAMPLES
            + " samples; send shorter ones (the timeslice of a browser's MediaRecorder).");
  }

  /** Takes the content of one. */
  void holds(Element box, ByteBuffer content, Mp4Movie movie) throws AudioException {
    if (content.limit() < MIN_BYTES) {
      throw broken(box);
    }
    int flags = content.getInt();
    if (box.id() == Mp4Box.TFHD) {
      readTrackHeader(box, content, flags, movie);
    } else {
      readRun(box, content, flags);
    }
  }

  private static AudioException broken(Element box) {
    return AudioException.malformed(
        box.start(), "A box of the MP4 file is too short for what it says that it has");
  }

  private void readTrackHeader(Element box, ByteBuffer content, int flags, Mp4Movie movie)
      throws AudioException {
    isOfTrack = content.getInt() == movie.opusId();
    checkLength(
        box,
        content,
        8 * present(flags, HAS_BASE)
            + 4 * present(flags, HAS_DESCRIPTION, HAS_DEFAULT_DURATION, HAS_DEFAULT_SIZE));
    base = present(flags, HAS_BASE) > 0 ? fileStart + content.getLong() : start;
    behindLastRun = base;
    int skipped = 4 * present(flags, HAS_DESCRIPTION, HAS_DEFAULT_DURATION);
    content.position(content.position() + skipped);
    defaultSampleBytes =
        present(flags, HAS_DEFAULT_SIZE) > 0 ? content.getInt() : movie.defaultSampleBytes();
  }

  /** How many of these fields are there. */
  private static int present(int flags, int... fields) {
    int count = 0;
    for (int field : fields) {
      count += (flags & field) == 0 ? 0 : 1;
    }
    return count;
  }

  private static void checkLength(Element box, ByteBuffer content, long least)
      throws AudioException {
    if (content.remaining() < least) {
      throw broken(box);
    }
  }

  private void readRun(Element box, ByteBuffer content, int flags) throws AudioException {
    long count = Integer.toUnsignedLong(content.getInt());
    samples += (int) Math.min(count, MAX_SAMPLES + 1);
    if (samples > MAX_SAMPLES) {
      throw tooManySamples();
    }
    int fields = present(flags, HAS_DURATION, HAS_SIZE, HAS_FLAGS, HAS_COMPOSITION);
    checkLength(
        box, content, 4 * (present(flags, HAS_DATA_OFFSET, HAS_FIRST_FLAGS) + fields * count));
    long at = present(flags, HAS_DATA_OFFSET) > 0 ? base + content.getInt() : behindLastRun;
    content.position(content.position() + 4 * present(flags, HAS_FIRST_FLAGS));
    int[] sizes = new int[(int) count];
    behindLastRun = at;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = sampleBytes(box, content, flags);
      behindLastRun += sizes[i];
    }
    add(new Mp4Run(at, sizes));
  }

  private void add(Mp4Run run) throws AudioException {
    if (run.isRead()) {
      return;
    }
    if (runs.size() == MAX_RUNS) {
      throw AudioException.unsupported(
          "A fragment of the MP4 file has its samples in more than "
              + MAX_RUNS
              + " runs; send shorter ones (the timeslice of a browser's MediaRecorder).");
    }
    runs.add(run);
  }

  private int sampleBytes(Element box, ByteBuffer content, int flags) throws AudioException {
    content.position(content.position() + 4 * present(flags, HAS_DURATION));
    int bytes = present(flags, HAS_SIZE) > 0 ? content.getInt() : defaultSampleBytes;
    content.position(content.position() + 4 * present(flags, HAS_FLAGS, HAS_COMPOSITION));
    if (bytes < 0 || bytes > OpusPacket.MAX_BYTES) {
      throw AudioException.malformed(
          box.start(),
          "An Opus packet has "
              + Integer.toUnsignedString(bytes)
              + " bytes; it may have "
              + OpusPacket.MAX_BYTES);
    }
    return bytes;
  }

  /** The samples to be read next, or null if all that are known were read. */
  @Nullable Mp4Run run() {
    while (!runs.isEmpty() && runs.element().isRead()) {
      runs.remove();
    }
    return runs.peek();
  }
}
