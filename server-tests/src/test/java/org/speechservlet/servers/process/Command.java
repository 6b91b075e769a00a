package org.speechservlet.servers.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that does one thing and ends. */
public final class Command {

  private Command() {}

  /**
   * Runs it to its end.
   *
   * @return what it said
   * @throws IOException when it cannot be started, or fails: with what it said
   */
  public static String run(List<String> command, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    ServerProcess.clean(builder.environment());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException("%s ended with %d: %s".formatted(command, status, said));
    }
    return said;
  }
}
