package org.speechservlet.browser.network;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Two sockets, and what goes from each to the other. */
final class Connection {

  private static final int RESET = 0;

  private final Socket near;
  private final Socket far;
  private final Lanes lanes;
  private final AtomicInteger openLanes = new AtomicInteger(2);

  /**
   * The ways of the bytes.
   *
   * @param up from who connected
   * @param down to who connected
   */
  record Lanes(Lane up, Lane down) {}

  /** What a thread does until its socket ends. */
  interface Transfer {
    void run() throws IOException, InterruptedException;
  }

  Connection(Socket near, Socket far, Lanes lanes) {
    this.near = near;
    this.far = far;
    this.lanes = lanes;
  }

  void start(Runnable whenOver) {
    inBackground("up", () -> transfer(lanes.up(), near, far, whenOver));
    inBackground("down", () -> transfer(lanes.down(), far, near, whenOver));
  }

  private void transfer(Lane lane, Socket from, Socket to, Runnable whenOver)
      throws IOException, InterruptedException {
    try {
      lane.carry(from.getInputStream(), to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      reset();
    } finally {
      if (openLanes.decrementAndGet() == 0) {
        from.close();
        to.close();
        whenOver.run();
      }
    }
  }

  /** Ends both sides at once, as a network does that is gone. */
  void reset() {
    reset(near);
    reset(far);
  }

  static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, RESET);
      socket.close();
    } catch (IOException e) {
      // It had ended already.
      return;
    }
  }

  static void inBackground(String name, Transfer transfer) {
    Thread thread =
        new Thread(
            () -> {
              try {
                transfer.run();
              } catch (IOException e) {
                // The socket has ended, and with it what was to be done.
                return;
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }
}
