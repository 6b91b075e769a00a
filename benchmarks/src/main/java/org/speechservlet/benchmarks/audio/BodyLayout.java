package org.speechservlet.benchmarks.audio;

/**
 * Where the pieces of an upload are.
 *
 * @param preambleBytes what stands before the first piece
 * @param pieceBytes how long each is
 * @param stampAt where in each its {@link Stamp} is
 */
public record BodyLayout(int preambleBytes, int pieceBytes, int stampAt) {

  /** Layout of a file that is sent as one piece, whatever its length. */
  public static BodyLayout whole(int preambleBytes) {
    return new BodyLayout(preambleBytes, Integer.MAX_VALUE, 0);
  }
}
