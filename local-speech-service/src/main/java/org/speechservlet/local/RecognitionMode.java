package org.speechservlet.local;

/** The last but two segment of a recognition path. */
enum RecognitionMode {
  INTERACTIVE,
  CONVERSATION,
  DICTATION
}
