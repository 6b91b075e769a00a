package org.speechservlet.servers.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** nginx in front of one web application, which it shows under another path. */
public final class Nginx implements AutoCloseable {

  private final ServerProcess process;

  private Nginx(ServerProcess process) {
    this.process = process;
  }

  /** Where it is installed, if it is. */
  public static Optional<Path> program() {
    return Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts it.
   *
   * @param folder an empty folder of its own
   * @param path the path under which the application is shown, with slashes around
   * @param application where it is, with a slash at the end
   */
  public static Nginx start(Path program, Path folder, int port, String path, String application)
      throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolve("nginx.conf"),
            """
            daemon off;
            worker_processes 1;
            pid nginx.pid;
            events {}
            http {
              access_log off;
              client_max_body_size 16m;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              server {
                listen 127.0.0.1:%d;
                location %s {
                  proxy_set_header Host $http_host;
                  proxy_pass %s;
                }
              }
            }
            """
                .formatted(port, path, application));
    List<String> command =
        List.of(
            program.toString(),
            "-p",
            folder.toString(),
            "-e",
            folder.resolve("error.log").toString(),
            "-c",
            configuration.toString());
    return new Nginx(ServerProcess.start(command, folder, Map.of(), folder.resolve("console.log")));
  }

  /** Waits until a condition is met, as long as it runs. */
  public void await(String what, ServerProcess.Condition condition) throws Exception {
    process.await(what, condition);
  }

  @Override
  public void close() {
    process.interrupt();
    if (!process.awaitEnd()) {
      process.kill();
    }
  }
}
