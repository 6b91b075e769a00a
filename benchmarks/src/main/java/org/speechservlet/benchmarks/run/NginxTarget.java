package org.speechservlet.benchmarks.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** nginx of the machine, with {@code nginx.conf} of this module. */
record NginxTarget(Process process, URI uri) implements RunningTarget {
  private static final int SECONDS_TO_END = 10;
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long LOOK_MS = 50;

  /** Whether there is one on the machine. */
  static boolean isInstalled() {
    return Path.of("/usr/sbin/nginx").toFile().canExecute();
  }

  static NginxTarget start(URI upstream, String path, Logs logs) throws IOException {
    int port = freePort();
    Path folder = Files.createTempDirectory("nginx");
    Path file = folder.resolve("nginx.conf");
    Files.writeString(
        file,
        template()
            .replace("@FOLDER@", folder.toString())
            .replace("@PORT@", Integer.toString(port))
            .replace("@UPSTREAM@", upstream.getAuthority()));
    Process process =
        new ProcessBuilder("/usr/sbin/nginx", "-p", folder.toString(), "-c", file.toString())
            .redirectError(ProcessBuilder.Redirect.appendTo(logs.of("nginx").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitPort(process, port);
    return new NginxTarget(process, URI.create("http://127.0.0.1:" + port + path));
  }

  private static String template() throws IOException {
    try (InputStream file = NginxTarget.class.getResourceAsStream("/nginx.conf")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(Process process, int port) throws IOException {
    long deadline = System.nanoTime() + START_NANOS;
    while (!isOpen(port)) {
      if (!process.isAlive() || System.nanoTime() - deadline > 0) {
        process.destroyForcibly();
        throw new IOException("nginx does not start; see its log");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MS));
    }
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Optional<ProcessMeter> meter() {
    return Optional.of(new ProcessMeter(process.toHandle()));
  }

  @Override
  public OptionalDouble heapBytes() {
    return OptionalDouble.empty();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
