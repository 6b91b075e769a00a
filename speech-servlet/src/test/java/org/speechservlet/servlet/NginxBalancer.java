package org.speechservlet.servlet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Two servers behind nginx, which takes each upload to the node that its path names. */
final class NginxBalancer implements WebServer {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/sbin/nginx"), Path.of("/usr/bin/nginx"), Path.of("/usr/local/bin/nginx"));

  private final WebServer a;
  private final WebServer b;
  private final int port = freePort();
  private final Path directory = Files.createTempDirectory("nginx");
  private final Process nginx;

  static Optional<Path> program() {
    return PLACES.stream().filter(Files::isExecutable).findFirst();
  }

  NginxBalancer(Path program, WebServer a, WebServer b) throws Exception {
    this.a = a;
    this.b = b;
    Path file = Files.writeString(directory.resolve("nginx.conf"), configuration());
    nginx =
        new ProcessBuilder(
                program.toString(),
                "-p",
                directory.toString(),
                "-e",
                directory.resolve("error.log").toString(),
                "-c",
                file.toString())
            .inheritIO()
            .start();
    awaitStart();
  }

  private String configuration() {
    return """
    daemon off;
    worker_processes 1;
    pid nginx.pid;
    events {}
    http {
      access_log off;
      client_body_temp_path body;
      proxy_temp_path proxy;
      fastcgi_temp_path fastcgi;
      uwsgi_temp_path uwsgi;
      scgi_temp_path scgi;
      upstream speech   { server 127.0.0.1:%1$d; server 127.0.0.1:%2$d; }
      upstream speech_a { server 127.0.0.1:%1$d; }
      upstream speech_b { server 127.0.0.1:%2$d; }
      server {
        listen 127.0.0.1:%3$d;
        proxy_set_header Host $http_host;
        location /portal/speech/ { proxy_pass http://speech; }
        location ~ ^/portal/speech/uploads/(a|b)\\. { proxy_pass http://speech_$1; }
      }
    }
    """
        .formatted(a.port(), b.port(), port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitStart() throws Exception {
    for (int tries = 0; tries < 200 && !isListening(); tries++) {
      if (nginx.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("nginx ended with " + nginx.exitValue());
      }
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public URI base() {
    return URI.create("http://127.0.0.1:" + port + "/portal/speech/");
  }

  @Override
  public void undeploy() throws Exception {
    a.undeploy();
    b.undeploy();
  }

  @Override
  public void close() {
    nginx.destroy();
    a.close();
    b.close();
    try (Stream<Path> files = Files.walk(directory)) {
      nginx.waitFor(10, TimeUnit.SECONDS);
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new IllegalStateException("nginx has left files", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
