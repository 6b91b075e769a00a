package org.speechservlet.upstream;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.concurrent.locks.Lock;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection whose answer counts more than the failure to send the rest of a request.
 *
 * <p>A service that answers before it has read the whole body may close the connection at once. The
 * next write then fails while the answer lies in the receive buffer (RFC 9112, section 9.6). Here
 * such a write seems to succeed, and the reading side tells what happened: the answer, or the end
 * of the connection.
 *
 * <p>It also takes the place of HttpClient's own decoration, which would write the requests' header
 * fields, credentials included, to a log that is turned up far enough.
 */
final class AnswerFirstSession implements IOSession {
  private final IOSession session;
  private final DirectOutput directOutput;
  private volatile boolean deaf;
  private volatile boolean full;

  AnswerFirstSession(IOSession session, DirectOutput directOutput) {
    this.session = session;
    this.directOutput = directOutput;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    if (!deaf) {
      try {
        int written = session.write(source);
        full = source.hasRemaining();
        return written;
      } catch (IOException e) {
        if (!session.isOpen()) {
          throw e;
        }
        deaf = true;
      }
    }
    int pretended = source.remaining();
    source.position(source.limit());
    return pretended;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return session.read(target);
  }

  @Override
  public IOEventHandler getHandler() {
    return session.getHandler();
  }

  @Override
  public void upgrade(IOEventHandler handler) {
    session.upgrade(handler);
  }

  @Override
  public Lock getLock() {
    return session.getLock();
  }

  @Override
  public void enqueue(Command command, Command.Priority priority) {
    session.enqueue(command, priority);
  }

  @Override
  public boolean hasCommands() {
    return session.hasCommands();
  }

  @Override
  public Command poll() {
    return session.poll();
  }

  @Override
  public ByteChannel channel() {
    return session.channel();
  }

  @Override
  public SocketAddress getRemoteAddress() {
    return session.getRemoteAddress();
  }

  @Override
  public SocketAddress getLocalAddress() {
    return session.getLocalAddress();
  }

  @Override
  public int getEventMask() {
    return session.getEventMask();
  }

  @Override
  public void setEventMask(int ops) {
    session.setEventMask(ops);
  }

  @Override
  public void setEvent(int op) {
    if (full || !directOutput.isSpared(op, session)) {
      session.setEvent(op);
    }
  }

  @Override
  public void clearEvent(int op) {
    session.clearEvent(op);
  }

  @Override
  public void close() {
    session.close();
  }

  @Override
  public void close(CloseMode closeMode) {
    session.close(closeMode);
  }

  @Override
  public Status getStatus() {
    return session.getStatus();
  }

  @Override
  public boolean isOpen() {
    return session.isOpen();
  }

  @Override
  public Timeout getSocketTimeout() {
    return session.getSocketTimeout();
  }

  @Override
  public void setSocketTimeout(Timeout timeout) {
    session.setSocketTimeout(timeout);
  }

  @Override
  public long getLastReadTime() {
    return session.getLastReadTime();
  }

  @Override
  public long getLastWriteTime() {
    return session.getLastWriteTime();
  }

  @Override
  public long getLastEventTime() {
    return session.getLastEventTime();
  }

  @Override
  public void updateReadTime() {
    session.updateReadTime();
  }

  @Override
  public void updateWriteTime() {
    session.updateWriteTime();
  }

  @Override
  public String getId() {
    return session.getId();
  }
}
