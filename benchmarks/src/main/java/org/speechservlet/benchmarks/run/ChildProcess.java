package org.speechservlet.benchmarks.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.speechservlet.benchmarks.control.CommandLoop;
import org.speechservlet.benchmarks.control.Figures;

/** A process that was started here and is told what to do, line by line. */
final class ChildProcess implements AutoCloseable {
  private static final int SECONDS_TO_END = 10;

  private final Process process;
  private final Path log;
  private final BufferedReader answers;
  private final PrintStream commands;
  private final int port;

  private ChildProcess(Process process, Path log) throws IOException {
    this.process = process;
    this.log = log;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.port = Integer.parseInt(ready().substring(CommandLoop.READY.length()));
  }

  /** Starts it, and waits until it is ready. What it logs goes to that file. */
  static ChildProcess start(List<String> command, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new ChildProcess(builder.start(), log);
  }

  /** A JVM may say something of its own before, as of a flight recording. */
  private String ready() throws IOException {
    String line = next();
    while (!line.startsWith(CommandLoop.READY)) {
      line = next();
    }
    return line;
  }

  private String next() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      process.destroyForcibly();
      throw new IOException("A process ended before it answered; see " + log);
    }
    return line;
  }

  int port() {
    return port;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Tells it what to do, and waits until that is done. */
  Figures call(String command) throws IOException {
    commands.println(command);
    return Figures.parse(next());
  }

  @Override
  public void close() {
    commands.close();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
