package org.speechservlet.servers.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server that was started by its script. What it says goes to a file. It and whatever it started
 * end with this virtual machine at the latest.
 */
public final class ServerProcess {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int PAUSE_MILLIS = 100;
  private static final int TAIL_LINES = 30;

  /** What of the environment would set the server up in a way that no test has asked for. */
  private static final List<String> PREFIXES =
      List.of("SPEECH_", "CATALINA_", "JETTY_", "JBOSS_", "WLP_", "JAVA_", "JDK_", "JVM_");

  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param log the file to which its output is appended
   */
  public static ServerProcess start(
      List<String> command, Path folder, Map<String, String> environment, Path log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    clean(builder.environment());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    ServerProcess started = new ServerProcess(builder.start(), log);
    Runtime.getRuntime().addShutdownHook(new Thread(started::kill));
    return started;
  }

  static void clean(Map<String, String> environment) {
    environment.keySet().removeIf(name -> PREFIXES.stream().anyMatch(name::startsWith));
  }

  /** A question to a server that is still busy. */
  @FunctionalInterface
  public interface Condition {
    boolean isMet() throws Exception;
  }

  /**
   * Asks again and again until the condition is met.
   *
   * @throws AssertionError with the end of the log, when the server ends, or takes too long
   */
  public void await(String what, Condition condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.isMet()) {
      if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new AssertionError(
            "The server ended with %d before %s%n%s".formatted(process.exitValue(), what, tail()));
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Not within %s: %s%n%s".formatted(PATIENCE, what, tail()));
      }
    }
  }

  /** The id of the Java process, which some scripts start and others become. */
  public long javaPid() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .filter(handle -> handle.info().command().orElse("").endsWith("java"))
        .mapToLong(ProcessHandle::pid)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No Java is running"));
  }

  /** Asks it to end, as Ctrl-C does. */
  public void interrupt() {
    descendants().forEach(ProcessHandle::destroy);
  }

  /** Waits for its end; whether it came. Whatever is left of it then is killed. */
  public boolean awaitEnd() {
    List<ProcessHandle> all = descendants();
    try {
      return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          && all.stream().noneMatch(ProcessHandle::isAlive);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** Ends it and all its processes at once. */
  public void kill() {
    descendants().forEach(ProcessHandle::destroyForcibly);
  }

  private List<ProcessHandle> descendants() {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }

  private String tail() throws IOException {
    List<String> lines = Files.readString(log).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
  }
}
