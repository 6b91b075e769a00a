package org.speechservlet.local.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads a RIFF/WAVE stream without believing its sizes: recorders that do not know the length yet
 * write 0, 0xFFFFFFFF or anything else. The audio reaches to the end of the bytes, unless a known
 * chunk begins exactly where the data chunk says that it ends. Other chunks before the data are
 * skipped by their size, a {@code fmt} chunk may have any length from 16 bytes on.
 */
final class WavDecoder implements AudioDecoder {

  private enum State {
    RIFF_HEADER(12),
    CHUNK_HEADER(8),
    FORMAT(WavFormat.MIN_BYTES),
    SKIPPED(0),
    SAMPLES(0),
    CHUNK_AFTER_SAMPLES(4),
    TRAILER(0);

    private final int pieceBytes;

    State(int pieceBytes) {
      this.pieceBytes = pieceBytes;
    }
  }

  private static final Set<String> CHUNKS_AFTER_SAMPLES =
      Set.of(
          "LIST", "id3 ", "ID3 ", "cue ", "bext", "iXML", "JUNK", "junk", "PAD ", "smpl", "inst");

  private final PcmReader samples;
  private final ByteBuffer piece =
      ByteBuffer.allocate(WavFormat.MAX_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private State state = State.RIFF_HEADER;
  private long byteOffset;
  private long bytesToSkip;
  private long declaredSampleBytes;
  private boolean isFormatKnown;

  WavDecoder(SampleSink sink) {
    this.samples = new PcmReader(sink);
    expect(State.RIFF_HEADER, State.RIFF_HEADER.pieceBytes);
  }

  @Override
  public void decode(ByteBuffer bytes) throws MalformedAudioException, UnsupportedAudioException {
    while (bytes.hasRemaining()) {
      int before = bytes.remaining();
      switch (state) {
        case SKIPPED -> skip(bytes);
        case SAMPLES -> readSamples(bytes);
        case TRAILER -> bytes.position(bytes.limit());
        default -> collect(bytes);
      }
      byteOffset += before - bytes.remaining();
      if (!piece.hasRemaining() && isCollecting()) {
        finishPiece();
      }
    }
  }

  @Override
  public void end() throws MalformedAudioException {
    switch (state) {
      case SAMPLES, TRAILER -> {}
      case CHUNK_AFTER_SAMPLES -> samples.read(piece.flip());
      default ->
          throw new MalformedAudioException(
              byteOffset, "The WAV stream ends before its audio begins");
    }
    samples.end();
  }

  private boolean isCollecting() {
    return state.pieceBytes > 0;
  }

  private void expect(State next, int pieceBytes) {
    state = next;
    piece.clear().limit(pieceBytes);
  }

  private void collect(ByteBuffer bytes) {
    int count = Math.min(piece.remaining(), bytes.remaining());
    piece.put(bytes.slice(bytes.position(), count));
    bytes.position(bytes.position() + count);
  }

  private void finishPiece() throws MalformedAudioException, UnsupportedAudioException {
    piece.flip();
    switch (state) {
      case RIFF_HEADER -> startRiff();
      case CHUNK_HEADER -> startChunk();
      case FORMAT -> readFormat();
      case CHUNK_AFTER_SAMPLES -> leaveOrGoOn();
      default -> throw new IllegalStateException("No piece is collected in " + state);
    }
  }

  private void startRiff() throws MalformedAudioException {
    String id = fourLetters(0);
    String type = fourLetters(8);
    if (!id.equals("RIFF") || !type.equals("WAVE")) {
      throw new MalformedAudioException(
          0, "A WAV stream begins with RIFF and WAVE; these bytes do not");
    }
    expect(State.CHUNK_HEADER, State.CHUNK_HEADER.pieceBytes);
  }

  private void startChunk() throws MalformedAudioException {
    String id = fourLetters(0);
    long size = Integer.toUnsignedLong(piece.getInt(4));
    if (id.equals("data")) {
      startSamples(size);
    } else if (id.equals("fmt ")) {
      startFormat(size);
    } else {
      startSkip(size + size % 2);
    }
  }

  private void startFormat(long size) throws MalformedAudioException {
    if (size < WavFormat.MIN_BYTES) {
      throw new MalformedAudioException(
          byteOffset, "The fmt chunk has " + size + " bytes, fewer than " + WavFormat.MIN_BYTES);
    }
    int read = (int) Math.min(size, WavFormat.MAX_BYTES);
    bytesToSkip = size + size % 2 - read;
    expect(State.FORMAT, read);
  }

  private void readFormat() throws MalformedAudioException, UnsupportedAudioException {
    WavFormat.read(piece).check(byteOffset);
    isFormatKnown = true;
    startSkip(bytesToSkip);
  }

  private void startSkip(long size) {
    bytesToSkip = size;
    if (size == 0) {
      expect(State.CHUNK_HEADER, State.CHUNK_HEADER.pieceBytes);
    } else {
      expect(State.SKIPPED, 0);
    }
  }

  private void skip(ByteBuffer bytes) {
    int count = (int) Math.min(bytesToSkip, bytes.remaining());
    bytes.position(bytes.position() + count);
    startSkip(bytesToSkip - count);
  }

  private void startSamples(long size) throws MalformedAudioException {
    if (!isFormatKnown) {
      throw new MalformedAudioException(byteOffset, "The data chunk comes before the fmt chunk");
    }
    declaredSampleBytes = size == 0 ? Long.MAX_VALUE : size + size % 2;
    expect(State.SAMPLES, 0);
  }

  private void readSamples(ByteBuffer bytes) {
    int count = (int) Math.min(declaredSampleBytes, bytes.remaining());
    samples.read(bytes.slice(bytes.position(), count));
    bytes.position(bytes.position() + count);
    declaredSampleBytes -= count;
    if (declaredSampleBytes == 0) {
      expect(State.CHUNK_AFTER_SAMPLES, State.CHUNK_AFTER_SAMPLES.pieceBytes);
    }
  }

  private void leaveOrGoOn() {
    if (CHUNKS_AFTER_SAMPLES.contains(fourLetters(0))) {
      expect(State.TRAILER, 0);
    } else {
      samples.read(piece);
      declaredSampleBytes = Long.MAX_VALUE;
      expect(State.SAMPLES, 0);
    }
  }

  private String fourLetters(int index) {
    return new String(piece.array(), index, 4, StandardCharsets.ISO_8859_1);
  }
}
