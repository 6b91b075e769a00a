package org.speechservlet.local;

/** All recognizers of a {@link SpeechEngine} are in use; a later request may find one. */
public final class EngineBusyException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param recognizerCount how many recognizers the engine has, all of them in use
   */
  public EngineBusyException(int recognizerCount) {
    super("All " + recognizerCount + " recognizers are in use");
  }
}
