package org.speechservlet.config;

/**
 * How the text of a setting is read.
 *
 * @param allowed what is allowed, with its unit, in words that follow "must be"
 * @param reader turns text without surrounding white space into a value
 */
record ValueFormat<T>(String allowed, Reader<T> reader) {

  /** Reads one value. */
  @FunctionalInterface
  interface Reader<T> {
    T read(String text) throws InvalidValueException;
  }

  T read(String text) throws InvalidValueException {
    return reader.read(text);
  }
}
