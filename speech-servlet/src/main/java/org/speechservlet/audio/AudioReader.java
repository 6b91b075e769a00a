package org.speechservlet.audio;

import java.nio.ByteBuffer;

/**
 * A stage that bytes are pushed through. Keeps its progress in fields, so that the pieces may be of
 * any size and cut anywhere. Confined to one recognition.
 */
interface AudioReader {

  /** Takes all bytes of {@code input}; what they decide has gone on when this returns. */
  void feed(ByteBuffer input) throws AudioException;

  /** Says that no bytes follow: checks that this may be so, and passes on what was held. */
  void end() throws AudioException;
}
