package org.speechservlet.benchmarks.http;

import java.nio.ByteBuffer;

/** A chunked body (RFC 9112, section 7.1). Trailer fields are skipped. */
final class ChunkedBody implements BodyReader {
  private enum State {
    SIZE,
    EXTENSION,
    DATA,
    DATA_END,
    TRAILER,
    ENDED
  }

  private State state = State.SIZE;
  private int rest;
  private int digits;
  private int trailerLineBytes;

  @Override
  public boolean read(ByteBuffer input, Content content) throws BadMessageException {
    while (state != State.ENDED && input.hasRemaining()) {
      if (state == State.DATA) {
        readData(input, content);
      } else {
        readFraming(input.get());
      }
    }
    return state == State.ENDED;
  }

  private void readData(ByteBuffer input, Content content) throws BadMessageException {
    int from = input.position();
    int count = Math.min(rest, input.remaining());
    content.take(input, from, from + count);
    input.position(from + count);
    rest -= count;
    if (rest == 0) {
      state = State.DATA_END;
    }
  }

  private void readFraming(byte next) throws BadMessageException {
    switch (state) {
      case SIZE -> readSize(next);
      case EXTENSION -> {
        if (next == '\n') {
          endSize();
        }
      }
      case DATA_END -> {
        if (next == '\n') {
          state = State.SIZE;
        }
      }
      default -> readTrailer(next);
    }
  }

  private void readSize(byte next) throws BadMessageException {
    int digit = Character.digit(next, 16);
    if (digit >= 0 && digits < 7) {
      rest = rest << 4 | digit;
      digits++;
    } else if (digits > 0 && (next == '\r' || next == ';' || next == ' ')) {
      state = State.EXTENSION;
    } else {
      throw new BadMessageException("no size of a chunk: byte " + next);
    }
  }

  private void endSize() {
    digits = 0;
    trailerLineBytes = 0;
    state = rest == 0 ? State.TRAILER : State.DATA;
  }

  private void readTrailer(byte next) {
    if (next != '\n') {
      trailerLineBytes += next == '\r' ? 0 : 1;
    } else if (trailerLineBytes == 0) {
      state = State.ENDED;
    } else {
      trailerLineBytes = 0;
    }
  }
}
