package org.speechservlet.local;

import java.nio.ByteBuffer;
import org.speechservlet.local.audio.MalformedAudioException;

/** Hears the audio of one request while it arrives. Used by one thread at a time. */
sealed interface Listener extends AutoCloseable permits SpeechListener, DeafListener {

  /** Takes the next bytes of the body, and consumes them. */
  void hear(ByteBuffer bytes) throws MalformedAudioException;

  /** Ends the audio. */
  RecognitionResult finish() throws MalformedAudioException;

  /** Gives back what is lent. Idempotent. */
  @Override
  void close();
}
