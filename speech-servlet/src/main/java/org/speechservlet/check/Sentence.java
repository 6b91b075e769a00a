package org.speechservlet.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;

/** The sound that is recognized, and what is said in it: English, by a synthetic voice. */
final class Sentence {
  /** What is said. */
  static final String TEXT = "Can you hear me?";

  private static final String FILE = "sentence.wav";

  private Sentence() {}

  /** Returns the sound: a WAV file. */
  static ByteBuffer sound() {
    try (InputStream file = Sentence.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing from the JAR");
      }
      return ByteBuffer.wrap(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a text has the same words, whatever its signs and capitals. */
  static boolean isSaidIn(String text) {
    return words(text).equals(words(TEXT));
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
