package org.speechservlet.audio;

/** Samples that stand behind each other, and how many of them have been read. */
final class Mp4Run {
  private final int[] sizes;
  private long position;
  private int next;

  /**
   * @param position where in the upload the first of them begins
   * @param sizes their sizes in bytes, none negative
   */
  Mp4Run(long position, int[] sizes) {
    this.position = position;
    this.sizes = sizes;
    passEmpty();
  }

  private void passEmpty() {
    while (next < sizes.length && sizes[next] == 0) {
      next++;
    }
  }

  /** True if all were read. */
  boolean isRead() {
    return next == sizes.length;
  }

  /** Where in the upload the next one begins. */
  long position() {
    return position;
  }

  /** How long the next one is; at least one byte. */
  int sampleBytes() {
    return sizes[next];
  }

  /** Goes on behind the next one. */
  void advance() {
    position += sizes[next];
    next++;
    passEmpty();
  }
}
