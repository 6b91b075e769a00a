package org.speechservlet.local.audio;

/** The bytes are not what they are declared to be, or broken. */
public final class MalformedAudioException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedAudioException(long byteOffset, String problem) {
    super(problem + " (at byte " + byteOffset + ")");
  }
}
