package org.speechservlet.benchmarks.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.speechservlet.benchmarks.audio.BodyLayout;
import org.speechservlet.benchmarks.control.Figures;

/**
 * Token service and Speech API on one thread: says 100 where it is expected, answers after the last
 * byte, keeps connections, and measures when the audio comes.
 */
public final class StandInUpstream implements Runnable, AutoCloseable {
  private static final int BACKLOG = 4096;
  private static final int BUFFER_BYTES = 256 * 1024;

  private final Selector selector = Selector.open();
  private final ServerSocketChannel server = ServerSocketChannel.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
  private final Arrivals arrivals = new Arrivals();
  private final BodyLayout layout;

  /** Takes a port on the loopback interface. Uploads will be of that layout. */
  public StandInUpstream(BodyLayout layout) throws IOException {
    this.layout = layout;
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  /** The port that was taken. */
  public int port() throws IOException {
    return ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  /** What was measured since the last reset. From any thread. */
  public Figures figures() {
    return order(arrivals::figures);
  }

  /** Forgets what was measured. From any thread. */
  public void reset() {
    order(
        () -> {
          arrivals.reset();
          return null;
        });
  }

  private <T extends @Nullable Object> T order(Supplier<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    orders.add(() -> done.complete(work.get()));
    selector.wakeup();
    return done.join();
  }

  /** Serves until it is closed. */
  @Override
  public void run() {
    try {
      while (selector.isOpen()) {
        selector.select(this::serve);
        for (Runnable next = orders.poll(); next != null; next = orders.poll()) {
          next.run();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClosedSelectorException e) {
      // It was closed, so there is nobody to serve.
    }
  }

  private void serve(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        accept();
      } else if (key.isReadable()) {
        read(key, (UpstreamConnection) key.attachment());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() throws IOException {
    for (SocketChannel next = server.accept(); next != null; next = server.accept()) {
      next.configureBlocking(false);
      next.setOption(StandardSocketOptions.TCP_NODELAY, true);
      next.register(selector, SelectionKey.OP_READ, new UpstreamConnection(next, layout, arrivals));
    }
  }

  private void read(SelectionKey key, UpstreamConnection connection) throws IOException {
    boolean open;
    try {
      open = connection.read(buffer);
    } catch (IOException e) {
      open = false; // the other side was cut off: what it had begun is counted as broken
    }
    if (!open) {
      key.cancel();
      connection.close();
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
    server.close();
  }
}
