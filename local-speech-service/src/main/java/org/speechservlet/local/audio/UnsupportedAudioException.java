package org.speechservlet.local.audio;

/** The bytes are well-formed audio of a kind that the Speech API takes for silence. */
public final class UnsupportedAudioException extends Exception {

  private static final long serialVersionUID = 1L;

  UnsupportedAudioException(String problem) {
    super(problem);
  }
}
