package org.speechservlet.config;

/**
 * A setting's text and the place where it was given.
 *
 * @param text as it was given
 * @param place such as {@code environment SPEECH_REGION}
 */
record Found(String text, String place) {
  @Override
  public String toString() {
    return "Found[" + place + "]";
  }
}
