package org.speechservlet.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.speechservlet.benchmarks.load.LiveLoad;
import org.speechservlet.benchmarks.load.Load;
import org.speechservlet.benchmarks.report.MarkdownTable;
import org.speechservlet.benchmarks.report.Measurement;
import org.speechservlet.benchmarks.report.Medians;

/** Runs loads on targets, round by round with the targets in turn, and prints the table. */
public final class LoadMain {
  private final List<Measurement> rounds = new ArrayList<>();
  private final Logs logs;
  private final boolean countsSystemCalls;

  private LoadMain(Path folder) throws IOException {
    this.countsSystemCalls = SystemCallCounter.isAvailable();
    this.logs = new Logs(Files.createDirectories(folder));
  }

  /**
   * The arguments are the names of the loads and of the targets, with commas between, the number of
   * rounds, and the folder for logs and table.
   */
  public static void main(String[] arguments) throws Exception {
    List<Load> loads = split(arguments[0]).map(Load::named).toList();
    List<Contestant> targets = split(arguments[1]).map(Contestant::named).toList();
    LoadMain main = new LoadMain(Path.of(arguments[3]));
    for (Load load : loads) {
      main.run(load, targets, Integer.parseInt(arguments[2]));
    }
    main.print();
  }

  private static Stream<String> split(String names) {
    return Arrays.stream(names.split(","));
  }

  private void run(Load load, List<Contestant> all, int count) throws Exception {
    List<Contestant> targets = all.stream().filter(target -> target.takes(load)).toList();
    for (int round = 1; round <= count; round++) {
      for (Contestant target : targets) {
        run(load, target, round);
      }
    }
    if (load instanceof LiveLoad live) {
      for (Contestant target : targets) {
        inspect(live, target);
      }
    }
  }

  private void run(Load load, Contestant target, int round) throws IOException {
    System.err.printf("%s on %s, round %d%n", load.name(), target.title(), round);
    rounds.add(new Trial(load, target, logs).run());
    System.err.println("  " + rounds.get(rounds.size() - 1).values());
  }

  private void inspect(LiveLoad load, Contestant target) throws Exception {
    if (target != Contestant.DIRECT) {
      System.err.printf("%s on %s, heap and system calls%n", load.name(), target.title());
      rounds.add(new Inspection(load, target, logs, countsSystemCalls).run());
      System.err.println("  " + rounds.get(rounds.size() - 1).values());
    }
  }

  private void print() throws IOException {
    String table = new MarkdownTable(Medians.of(rounds)).toString();
    Path file = logs.folder().resolve("table.md");
    Files.writeString(file, table);
    System.out.println(table + file);
  }
}
