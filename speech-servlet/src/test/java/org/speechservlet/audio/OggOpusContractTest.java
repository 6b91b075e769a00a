package org.speechservlet.audio;

/** Ogg/Opus as an encoder wrote it. */
final class OggOpusContractTest extends AudioReaderContract {
  @Override
  Upload sample() throws java.io.IOException {
    return new Upload("audio/ogg", OggBytes.recording());
  }
}
