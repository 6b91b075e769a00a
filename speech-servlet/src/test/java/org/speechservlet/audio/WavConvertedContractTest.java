package org.speechservlet.audio;

/** WAV of another rate with two channels, a chunk of odd size in front. */
final class WavConvertedContractTest extends AudioReaderContract {
  @Override
  Upload sample() {
    return Upload.ofWav(
        Pcm.join(
            Pcm.riff(),
            Pcm.chunk("LIST", new byte[33]),
            Pcm.chunk("fmt ", Pcm.extensible(1, 2, 44_100, 16)),
            Pcm.chunk("data", Pcm.bytes(Pcm.speechLike(4410, 20_000))),
            Pcm.chunk("LIST", new byte[20])));
  }
}
