package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

/** An upload to be fed whole, in pieces, or cut. */
final class Upload {
  static final Duration LIMIT = Duration.ofSeconds(60);

  static final ResamplerFilters FILTERS = new ResamplerFilters();

  private final String type;
  private final byte[] bytes;

  /** {@code type} is its Content-Type, {@code bytes} its body. */
  Upload(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  String type() {
    return type;
  }

  byte[] bytes() {
    return bytes;
  }

  static Upload ofWav(byte[] bytes) {
    return new Upload("audio/wav", bytes);
  }

  Upload cut(int length) {
    return new Upload(type, Arrays.copyOf(bytes, length));
  }

  RecordedAudio read() throws AudioException {
    return read(Math.max(bytes.length, 1));
  }

  RecordedAudio read(int pieceBytes) throws AudioException {
    RecordedAudio audio = new RecordedAudio();
    read(pieceBytes, LIMIT, audio);
    return audio;
  }

  /** Feeds it; every piece stands in a buffer of its own that is spoiled afterwards. */
  AudioIntake read(int pieceBytes, Duration limit, AudioSink sink) throws AudioException {
    AudioIntake intake =
        new AudioIntake(ContentType.parse(type), new AudioLimits(limit), FILTERS, sink);
    for (int at = 0; at < bytes.length; at += pieceBytes) {
      byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + pieceBytes));
      intake.feed(ByteBuffer.wrap(piece));
      Arrays.fill(piece, (byte) 0x55);
    }
    intake.end();
    return intake;
  }

  Refusal refusal() {
    return Refusal.of(() -> read());
  }
}
