package org.speechservlet.local.audio;

import java.nio.ByteBuffer;

/**
 * Turns one request's bytes into samples while they arrive, wherever they are cut. Holds a bounded
 * number of bytes, whatever the sizes in them say. Confined to one recognition.
 */
public interface AudioDecoder {

  /**
   * Consumes all bytes of the buffer, and passes on the samples that they complete.
   *
   * @throws MalformedAudioException when these bytes are not of the format
   * @throws UnsupportedAudioException when they are, but hold audio that the Speech API does not
   *     hear
   */
  void decode(ByteBuffer bytes) throws MalformedAudioException, UnsupportedAudioException;

  /**
   * Passes on what is left after the last byte.
   *
   * @throws MalformedAudioException when the audio has not begun yet
   */
  void end() throws MalformedAudioException;
}
