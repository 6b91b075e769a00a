package org.speechservlet.benchmarks.audio;

import java.nio.ByteBuffer;

/** Makes the audio of a live dictation, piece by piece. Not thread-safe. */
public sealed interface PieceSource permits WavPieces, OpusPieces {

  /** Where the pieces are in what comes of it. */
  BodyLayout layout();

  /** The media type that a page would send it as. */
  String contentType();

  /** What stands before the first piece, which is not to be changed. */
  byte[] preamble();

  /** Puts a piece at the target's position. */
  void put(ByteBuffer target, int sequence, boolean last, long dueNanos);
}
