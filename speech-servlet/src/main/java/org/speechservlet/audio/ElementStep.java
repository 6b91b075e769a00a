package org.speechservlet.audio;

/**
 * What a reader of elements shall do next with an element's content. The sizes asked for were
 * checked against a limit by whoever asks.
 *
 * @param skipBytes how many bytes to pass over first
 * @param gatherBytes how many bytes to gather then
 */
record ElementStep(Action action, long skipBytes, int gatherBytes) {

  /** What is done with the bytes. */
  enum Action {
    /** The content is elements. */
    DESCEND,
    /** Nothing more of the content is wanted. */
    SKIP,
    /** Some bytes are wanted, as many as there are if they are fewer. */
    GATHER,
    /** Some bytes are wanted behind those that were gathered already. */
    GATHER_MORE
  }

  static final ElementStep DESCEND = new ElementStep(Action.DESCEND, 0, 0);
  static final ElementStep SKIP = new ElementStep(Action.SKIP, 0, 0);

  ElementStep {
    boolean gathers = action == Action.GATHER || action == Action.GATHER_MORE;
    if (gathers != gatherBytes > 0 || skipBytes < 0) {
      throw new IllegalArgumentException(action + " " + skipBytes + " " + gatherBytes);
    }
  }

  /** Gathers the next bytes; at least one. */
  static ElementStep gather(int bytes) {
    return gatherBehind(0, bytes);
  }

  /** Gathers bytes behind some that are not wanted. */
  static ElementStep gatherBehind(long skipBytes, int bytes) {
    return new ElementStep(Action.GATHER, skipBytes, bytes);
  }

  static ElementStep gatherMore(int bytes) {
    return new ElementStep(Action.GATHER_MORE, 0, bytes);
  }
}
