package org.speechservlet.audio;

/** A short live WebM recording. */
final class WebmContractTest extends AudioReaderContract {
  @Override
  Upload sample() {
    byte[][] blocks = new byte[30][];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = WebmBytes.simpleBlock(WebmBytes.TRACK, WebmBytes.packet(i, 5 + i * 11));
    }
    return new Upload("audio/webm", WebmBytes.live(WebmBytes.cluster(blocks)));
  }
}
