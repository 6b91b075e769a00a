package org.speechservlet.local;

import java.nio.ByteBuffer;

/** Takes whatever comes for silence, as the Speech API does with a codec that it does not know. */
final class DeafListener implements Listener {

  @Override
  public void hear(ByteBuffer bytes) {
    bytes.position(bytes.limit());
  }

  @Override
  public RecognitionResult finish() {
    return new RecognitionResult.InitialSilence(SpeechListener.INITIAL_SILENCE_SAMPLES);
  }

  @Override
  public void close() {}
}
