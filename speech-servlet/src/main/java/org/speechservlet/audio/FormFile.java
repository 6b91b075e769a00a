package org.speechservlet.audio;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A file in a form, opened at its first byte: a field in which no file was chosen has none. */
final class FormFile implements AudioReader {

  /** Opens a file. */
  @FunctionalInterface
  interface Opener {

    /**
     * Gives a reader for a file.
     *
     * @param type what it is said to be
     * @param start where in the upload it begins
     */
    AudioReader open(ContentType type, long start) throws AudioException;
  }

  private final FormPart part;
  private final long start;
  private final Opener opener;
  private @Nullable AudioReader reader;

  FormFile(FormPart part, long start, Opener opener) {
    this.part = part;
    this.start = start;
    this.opener = opener;
  }

  @Override
  public void feed(ByteBuffer input) throws AudioException {
    if (reader == null && input.hasRemaining()) {
      reader = opener.open(part.type(), start);
    }
    if (reader != null) {
      reader.feed(input);
    }
  }

  /** Whether not one byte came. */
  boolean isEmpty() {
    return reader == null;
  }

  @Override
  public void end() throws AudioException {
    if (reader != null) {
      reader.end();
    }
  }
}
