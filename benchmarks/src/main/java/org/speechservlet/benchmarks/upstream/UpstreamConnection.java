package org.speechservlet.benchmarks.upstream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.speechservlet.benchmarks.audio.BodyLayout;
import org.speechservlet.benchmarks.http.MessageHead;
import org.speechservlet.benchmarks.http.MessageReader;

/** One connection to the stand-in, with one request after the other. */
final class UpstreamConnection implements MessageReader.Recipient {
  private static final String TOKEN_PATH = "/sts/v1.0/issueToken";

  private final SocketChannel channel;
  private final BodyLayout layout;
  private final Arrivals arrivals;
  private final MessageReader messages = new MessageReader(this);
  private @Nullable ArrivalMeter meter;
  private boolean insideRequest;
  private boolean isForToken;
  private long nowNanos;

  UpstreamConnection(SocketChannel channel, BodyLayout layout, Arrivals arrivals) {
    this.channel = channel;
    this.layout = layout;
    this.arrivals = arrivals;
  }

  /** Reads what is there; false if there will be nothing more. */
  boolean read(ByteBuffer buffer) throws IOException {
    buffer.clear();
    int count = channel.read(buffer);
    nowNanos = System.nanoTime();
    messages.read(buffer.flip());
    return count >= 0;
  }

  @Override
  public void head(MessageHead head) {
    insideRequest = true;
    isForToken = head.startLine().contains(TOKEN_PATH);
    if (!isForToken) {
      String authorization = head.field("authorization");
      arrivals.request(
          authorization != null && authorization.startsWith("Bearer "), head.expectsContinue());
      meter = new ArrivalMeter(layout, arrivals);
    }
    if (head.expectsContinue()) {
      say(Answers.CONTINUE);
    }
  }

  @Override
  public void take(ByteBuffer bytes, int from, int to) {
    if (meter != null) {
      meter.take(bytes, from, to, nowNanos);
    }
  }

  @Override
  public void end() {
    insideRequest = false;
    if (meter != null) {
      meter.end();
      meter = null;
    }
    say(isForToken ? Answers.token(Instant.now()) : Answers.RECOGNIZED);
  }

  /** Everything said is short, so that an empty send buffer always has room for it. */
  private void say(byte[] message) {
    try {
      if (channel.write(ByteBuffer.wrap(message)) < message.length) {
        throw new IOException("no room for an answer");
      }
    } catch (IOException e) {
      arrivals.broken();
    }
  }

  void close() throws IOException {
    if (insideRequest) {
      arrivals.broken();
    }
    channel.close();
  }
}
