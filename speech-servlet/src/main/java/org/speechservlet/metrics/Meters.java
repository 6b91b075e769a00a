package org.speechservlet.metrics;

/** The meters of one servlet, wherever they are. Thread-safe. */
interface Meters extends AutoCloseable {
  /** Where there is nobody to measure for. */
  Meters NONE =
      new Meters() {
        @Override
        public void add(EndedRecognition ended) {}

        @Override
        public void close() {}
      };

  /** Takes a recognition into account that has ended. */
  void add(EndedRecognition ended);

  /** Removes them; nothing is measured any more. */
  @Override
  void close();
}
