package org.speechservlet.audio;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a WAV file up to the first sample: the RIFF head, then chunks in any order until {@code
 * data}. Chunks other than {@code fmt} are skipped without being kept; the RIFF size is not looked
 * at, since recorders seldom know it (Multimedia Programming Interface and Data Specifications 1.0,
 * "Resource Interchange File Format").
 */
final class WavHeaderReader {

  /** The most that may stand in front of the samples. */
  static final int MAX_HEADER_BYTES = 1024 * 1024;

  private static final int RIFF_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int CHUNK_SIZE_AT = 4;

  private enum State {
    RIFF,
    CHUNK_HEADER,
    FORMAT,
    SKIP
  }

  private final ByteGatherer gathered = new ByteGatherer(WavFormatChunk.MAX_BYTES);
  private final long start;
  private long position;
  private State state = State.RIFF;
  private long chunkStart;
  private long chunkRest;
  private @Nullable PcmFormat format;

  /** {@code start} is where in the upload the file begins. */
  WavHeaderReader(long start) {
    this.start = start;
    this.position = start;
    gathered.await(RIFF_BYTES);
  }

  /** Reads on; the header, once it is complete, and the input then stands at the first sample. */
  @Nullable WavHeader read(ByteBuffer input) throws AudioException {
    WavHeader header = null;
    while (header == null && input.hasRemaining()) {
      int before = input.remaining();
      boolean complete = state == State.SKIP ? skip(input) : gathered.take(input);
      position += before - input.remaining();
      if (complete) {
        header = proceed();
      }
    }
    return header;
  }

  /** What to say when the upload ends before the header does. */
  AudioException truncated() {
    return AudioException.malformed(
        position, "The WAV file ends before its samples: a data chunk was expected");
  }

  private @Nullable WavHeader proceed() throws AudioException {
    switch (state) {
      case RIFF, SKIP -> awaitChunk();
      case CHUNK_HEADER -> {
        return startChunk(fourCharacters(), gathered.bytes().getInt(CHUNK_SIZE_AT) & 0xFFFF_FFFFL);
      }
      case FORMAT -> {
        format = WavFormatChunk.read(gathered.gathered(), chunkStart);
        skipRest();
      }
    }
    return null;
  }

  private void awaitChunk() {
    state = State.CHUNK_HEADER;
    chunkStart = position;
    gathered.await(CHUNK_HEADER_BYTES);
  }

  private @Nullable WavHeader startChunk(String id, long size) throws AudioException {
    if (id.equals("data")) {
      return new WavHeader(formatBeforeData(), size);
    }
    chunkRest = size + size % 2; // an odd chunk is followed by a byte of padding
    if (position - start + chunkRest > MAX_HEADER_BYTES) {
      throw AudioException.malformed(
          chunkStart,
          "The WAV file has a chunk of "
              + size
              + " bytes before its samples; in front of them may"
              + " stand "
              + MAX_HEADER_BYTES
              + " bytes in all");
    }
    if (id.equals("fmt ")) {
      startFormat(size);
    } else {
      skipRest();
    }
    return null;
  }

  private PcmFormat formatBeforeData() throws AudioException {
    if (format == null) {
      throw AudioException.malformed(
          chunkStart, "The WAV file has a data chunk where its fmt chunk was expected");
    }
    return format;
  }

  private void startFormat(long size) throws AudioException {
    if (format != null) {
      throw AudioException.malformed(chunkStart, "The WAV file has a second fmt chunk");
    }
    if (size < WavFormatChunk.MIN_BYTES) {
      throw AudioException.malformed(
          chunkStart,
          "The WAV file's fmt chunk has " + size + " bytes; it needs " + WavFormatChunk.MIN_BYTES);
    }
    int count = (int) Math.min(size, WavFormatChunk.MAX_BYTES);
    state = State.FORMAT;
    gathered.await(count);
    chunkRest -= count;
  }

  private void skipRest() {
    if (chunkRest == 0) {
      awaitChunk();
    } else {
      state = State.SKIP;
    }
  }

  private boolean skip(ByteBuffer input) {
    int count = (int) Math.min(chunkRest, input.remaining());
    input.position(input.position() + count);
    chunkRest -= count;
    return chunkRest == 0;
  }

  private String fourCharacters() {
    return FileSignature.latin1(gathered.bytes(), 4);
  }
}
