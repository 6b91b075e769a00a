package org.speechservlet.benchmarks.generator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.speechservlet.benchmarks.http.BadMessageException;
import org.speechservlet.benchmarks.http.MessageHead;
import org.speechservlet.benchmarks.http.MessageReader;

/** Gathers answers; those that only say 1xx are passed over. */
final class AnswerReader implements MessageReader.Recipient {
  private static final int KEPT_BYTES = 1024;

  private final Consumer<Answer> recipient;
  private final StringBuilder body = new StringBuilder();
  private @Nullable MessageHead head;

  AnswerReader(Consumer<Answer> recipient) {
    this.recipient = recipient;
  }

  @Override
  public void head(MessageHead next) {
    head = next;
    body.setLength(0);
  }

  @Override
  public void take(ByteBuffer bytes, int from, int to) {
    byte[] kept = new byte[Math.min(to - from, KEPT_BYTES - body.length())];
    bytes.get(from, kept);
    body.append(new String(kept, StandardCharsets.ISO_8859_1));
  }

  @Override
  public void end() throws BadMessageException {
    MessageHead complete = head;
    if (complete != null && complete.status() >= 200) {
      recipient.accept(new Answer(complete.status(), complete, body.toString()));
    }
  }
}
