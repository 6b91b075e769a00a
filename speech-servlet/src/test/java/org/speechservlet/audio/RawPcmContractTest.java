package org.speechservlet.audio;

/** Raw PCM whose byte order is told by its content. */
final class RawPcmContractTest extends AudioReaderContract {
  @Override
  Upload sample() {
    return new Upload("audio/pcm;rate=8000;channels=2", Pcm.bytes(Pcm.speechLike(3000, 20_000)));
  }
}
