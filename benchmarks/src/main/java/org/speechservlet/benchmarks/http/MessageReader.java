package org.speechservlet.benchmarks.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads one message after the other from a connection. */
public final class MessageReader {

  /** Who the messages are for. */
  public interface Recipient extends BodyReader.Content {

    /** A message begins. */
    void head(MessageHead head) throws BadMessageException;

    /** It is complete. */
    void end() throws BadMessageException;
  }

  private static final int MAX_HEAD_BYTES = 32 * 1024;
  private static final int USUAL_HEAD_BYTES = 1024;

  private final Recipient recipient;
  private byte[] head = new byte[USUAL_HEAD_BYTES];
  private int headBytes;
  private @Nullable BodyReader body;

  /** Begins with the head of a message. */
  public MessageReader(Recipient recipient) {
    this.recipient = recipient;
  }

  /** Reads all of the input. */
  public void read(ByteBuffer input) throws BadMessageException {
    while (input.hasRemaining()) {
      BodyReader open = body;
      if (open == null) {
        readHead(input);
      } else {
        readBody(open, input);
      }
    }
  }

  private void readHead(ByteBuffer input) throws BadMessageException {
    while (input.hasRemaining()) {
      keep(input.get());
      if (isHeadComplete()) {
        MessageHead message = MessageHead.parse(head, headBytes - 4);
        headBytes = 0;
        BodyReader opened = message.body();
        body = opened;
        recipient.head(message);
        readBody(opened, input); // which ends one that is empty
        return;
      }
    }
  }

  private void readBody(BodyReader open, ByteBuffer input) throws BadMessageException {
    if (open.read(input, recipient)) {
      body = null;
      recipient.end();
    }
  }

  private void keep(byte next) throws BadMessageException {
    if (headBytes == MAX_HEAD_BYTES) {
      throw new BadMessageException("a head of more than " + MAX_HEAD_BYTES + " bytes");
    }
    if (headBytes == head.length) {
      head = Arrays.copyOf(head, 2 * headBytes);
    }
    head[headBytes++] = next;
  }

  private boolean isHeadComplete() {
    return headBytes >= 4
        && head[headBytes - 1] == '\n'
        && head[headBytes - 2] == '\r'
        && head[headBytes - 3] == '\n'
        && head[headBytes - 4] == '\r';
  }
}
