package org.speechservlet.audio;

/** WAV that is in the upstream's format already. */
final class WavPassThroughContractTest extends AudioReaderContract {
  @Override
  Upload sample() {
    return Upload.ofWav(Pcm.wav(16_000, 1, Pcm.speechLike(1600, 20_000)));
  }
}
