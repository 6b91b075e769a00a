package org.speechservlet.benchmarks.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import org.speechservlet.benchmarks.http.MessageReader;

/**
 * One browser's connection. What cannot be sent yet waits; a failure is told once, and nothing
 * after it.
 */
final class ClientConnection {

  /** Whose connection it is. */
  interface Owner {

    /** Everything that waited is sent. */
    void drained();

    void answered(Answer answer);

    void lost(String how);
  }

  private final Owner owner;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final MessageReader messages;
  private final ArrayDeque<ByteBuffer> waiting = new ArrayDeque<>();
  private boolean connected;

  private ClientConnection(Owner owner, SocketChannel channel, Selector selector)
      throws IOException {
    this.owner = owner;
    this.channel = channel;
    this.messages = new MessageReader(new AnswerReader(owner::answered));
    this.key = channel.register(selector, SelectionKey.OP_CONNECT, this);
  }

  /** Begins to connect; what is sent before that has happened waits. */
  static ClientConnection open(Owner owner, SocketAddress address, Selector selector)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    ClientConnection connection = new ClientConnection(owner, channel, selector);
    if (channel.connect(address)) {
      connection.connected = true;
      connection.key.interestOps(SelectionKey.OP_READ);
    }
    return connection;
  }

  /** Whether everything is sent. */
  boolean isDrained() {
    return waiting.isEmpty();
  }

  /** Sends bytes that will stay as they are. */
  void send(ByteBuffer lasting) {
    try {
      if (connected && waiting.isEmpty()) {
        channel.write(lasting);
      }
      if (lasting.hasRemaining()) {
        await(lasting);
      }
    } catch (IOException e) {
      lose(e);
    }
  }

  /** Sends bytes from a buffer that is used again. */
  void sendCopy(ByteBuffer reused) {
    try {
      if (connected && waiting.isEmpty()) {
        channel.write(reused);
      }
      if (reused.hasRemaining()) {
        await(ByteBuffer.allocate(reused.remaining()).put(reused).flip());
      }
    } catch (IOException e) {
      lose(e);
    }
  }

  private void await(ByteBuffer bytes) {
    waiting.add(bytes);
    if (connected) {
      key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
  }

  /** Does what the connection is ready for. */
  void ready(SelectionKey selected, ByteBuffer buffer) {
    try {
      if (selected.isConnectable()) {
        connect();
      }
      if (selected.isValid() && selected.isReadable()) {
        read(buffer);
      }
      if (selected.isValid() && selected.isWritable()) {
        flush();
      }
    } catch (IOException e) {
      lose(e);
    }
  }

  private void connect() throws IOException {
    connected = channel.finishConnect();
    key.interestOps(SelectionKey.OP_READ);
    flush();
  }

  private void read(ByteBuffer buffer) throws IOException {
    int count = channel.read(buffer.clear());
    if (count < 0) {
      throw new IOException("closed by the other side");
    }
    messages.read(buffer.flip());
  }

  private void flush() throws IOException {
    boolean waited = !waiting.isEmpty();
    for (ByteBuffer next = waiting.peek(); next != null; next = waiting.peek()) {
      channel.write(next);
      if (next.hasRemaining()) {
        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        return;
      }
      waiting.poll();
    }
    key.interestOps(SelectionKey.OP_READ);
    if (waited) {
      owner.drained();
    }
  }

  private void lose(IOException failure) {
    if (channel.isOpen()) {
      close();
      owner.lost(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }
  }

  /** Ends it; its owner is not told. */
  void close() {
    key.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
