package org.speechservlet.audio;

import java.nio.ByteBuffer;

/**
 * Reads a data chunk whose header announces a size that may or may not be true.
 *
 * <p>It may hold less: then the upload's end is the end. It may be followed by more. Some recorders
 * announce a size that they never correct, and then audio follows; else another chunk does, which
 * is no audio. So the eight bytes behind the announced end are judged: if they can be the head of a
 * chunk (four letters, digits, spaces or underscores, then a size below {@value
 * #MAX_CHUNK_MEBIBYTES} MiB), the audio has ended and the rest is dropped; if not, all of it is
 * audio. Random bytes pass for a chunk's head about once in 65,000 times, silence never. Fewer than
 * eight bytes are dropped.
 */
final class WavDataReader implements AudioReader {
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int CHUNK_SIZE_AT = 4;
  private static final int MAX_CHUNK_MEBIBYTES = 16;

  private enum State {
    ANNOUNCED,
    BEHIND,
    AUDIO,
    DROPPED
  }

  private final AudioReader pcm;
  private final int paddingBytes;
  private final ByteGatherer behind = new ByteGatherer(CHUNK_HEADER_BYTES + 1);
  private long announcedRest;
  private State state = State.ANNOUNCED;

  /** {@code announcedBytes} is more than 0. */
  WavDataReader(long announcedBytes, AudioReader pcm) {
    this.announcedRest = announcedBytes;
    this.paddingBytes = (int) (announcedBytes % 2);
    this.pcm = pcm;
    behind.await(paddingBytes + CHUNK_HEADER_BYTES);
  }

  @Override
  public void feed(ByteBuffer input) throws AudioException {
    while (input.hasRemaining()) {
      switch (state) {
        case ANNOUNCED -> feedAnnounced(input);
        case BEHIND -> gatherBehind(input);
        case AUDIO -> pcm.feed(input);
        case DROPPED -> input.position(input.limit());
      }
    }
  }

  private void feedAnnounced(ByteBuffer input) throws AudioException {
    int end = input.limit();
    int count = (int) Math.min(announcedRest, input.remaining());
    input.limit(input.position() + count);
    pcm.feed(input);
    input.limit(end);
    announcedRest -= count;
    if (announcedRest == 0) {
      state = State.BEHIND;
    }
  }

  private void gatherBehind(ByteBuffer input) throws AudioException {
    if (!behind.take(input)) {
      return;
    }
    if (isChunkHeader()) {
      state = State.DROPPED;
    } else {
      state = State.AUDIO;
      pcm.feed(behind.gathered());
    }
  }

  private boolean isChunkHeader() {
    ByteBuffer bytes = behind.bytes();
    for (int i = paddingBytes; i < paddingBytes + CHUNK_SIZE_AT; i++) {
      byte b = bytes.get(i);
      if (!Character.isLetterOrDigit(b) && b != ' ' && b != '_') {
        return false;
      }
    }
    int size = bytes.getInt(paddingBytes + CHUNK_SIZE_AT);
    return size >= 0 && size < MAX_CHUNK_MEBIBYTES * 1024 * 1024;
  }

  @Override
  public void end() throws AudioException {
    pcm.end();
  }
}
