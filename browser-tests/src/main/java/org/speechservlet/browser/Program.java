package org.speechservlet.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that was started here and ends with everything that it started. Thread-safe. */
public final class Program implements AutoCloseable {

  private static final int KEPT_LINES = 40;
  private static final int SECONDS_TO_END = 10;

  private final Process process;
  private final CompletableFuture<Matcher> announced = new CompletableFuture<>();
  private final Queue<String> lastLines = new ConcurrentLinkedQueue<>();

  private Program(Process process, Pattern announcement) {
    this.process = process;
    Thread reader = new Thread(() -> read(announcement), "output of " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a program.
   *
   * @param announcement the line of its output by which it says that it is ready
   */
  public static Program start(
      List<String> command, Map<String, String> environment, Pattern announcement) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      return new Program(builder.start(), announcement);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line by which it said that it is ready, which is waited for. */
  public Matcher announcement() {
    try {
      return announced.get(Browser.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      close();
      throw new BrowserException(
          "%s did not start; it said %s".formatted(process.info().command(), lastLines), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrowserException("Interrupted", e);
    }
  }

  /** Where it reads. */
  public OutputStream input() {
    return process.getOutputStream();
  }

  /** Waits until it ends by itself. */
  public void join() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private void read(Pattern announcement) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        keep(line);
        Matcher matcher = announcement.matcher(line);
        if (matcher.find()) {
          announced.complete(matcher);
        }
      }
      announced.completeExceptionally(new BrowserException("It has ended"));
    } catch (IOException e) {
      announced.completeExceptionally(e);
    }
  }

  private void keep(String line) {
    lastLines.add(line);
    while (lastLines.size() > KEPT_LINES) {
      lastLines.poll();
    }
  }
}
