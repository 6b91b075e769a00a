package org.speechservlet.browser;

/** What a page gets that asks for the microphone. */
public enum MicrophoneAccess {
  /** The microphone, without a question to anybody. */
  GRANTED,
  /** A refusal, as when somebody answers the browser's question with no. */
  REFUSED,
  /** There is no microphone at this machine. */
  ABSENT
}
