package org.speechservlet.audio;

/** A short live MP4 recording. */
final class Mp4ContractTest extends AudioReaderContract {
  @Override
  Upload sample() {
    byte[][] fragments = new byte[10][];
    for (int i = 0; i < fragments.length; i++) {
      byte[] first = WebmBytes.packet(i, 30 + i * 11);
      fragments[i] = Mp4Bytes.fragment(Mp4Bytes.TRACK, first, WebmBytes.packet(i, 40));
    }
    return new Upload("audio/mp4", Pcm.join(Mp4Bytes.beginning(), Pcm.join(fragments)));
  }
}
