package org.speechservlet.benchmarks.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The side that is told what to do: says {@link #READY} and its port, answers each line that it is
 * given with one line, and ends when there are no more.
 */
public final class CommandLoop {

  /** What comes before the port. */
  public static final String READY = "ready ";

  /** Does what a line says. */
  @FunctionalInterface
  public interface Commands {

    /** Answers with what was asked for. */
    Figures run(String command, List<String> arguments) throws Exception;
  }

  private final PrintStream answers;

  /** Takes standard output for the answers; what others print goes to standard error from now. */
  public CommandLoop() {
    this.answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
  }

  /** Serves until standard input ends. */
  public void serve(int port, Commands commands) throws Exception {
    answers.println(READY + port);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = next(lines); line != null; line = next(lines)) {
      List<String> words = List.of(line.split(" ", -1));
      answers.println(commands.run(words.get(0), words.subList(1, words.size())));
    }
  }

  private static @Nullable String next(BufferedReader lines) throws IOException {
    return lines.readLine();
  }
}
