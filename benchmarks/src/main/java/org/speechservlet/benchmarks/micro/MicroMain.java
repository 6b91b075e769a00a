package org.speechservlet.benchmarks.micro;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs both benchmarks with JMH and prints a table in the units that are asked about. */
public final class MicroMain {
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private MicroMain() {}

  /** The argument is the folder for the table; one more is a pattern of the benchmarks to run. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    OptionsBuilder options = new OptionsBuilder();
    options.include(
        MicroMain.class.getPackageName() + "." + (arguments.length > 1 ? arguments[1] : ".*"));
    options.jvmArgs("-Xmx512m", "-XX:+UseG1GC").addProfiler(GCProfiler.class);
    options.shouldFailOnError(true);
    String table = table(new Runner(options.build()).run());
    Path file = folder.resolve("micro.md");
    Files.writeString(file, table);
    System.out.println(table + file);
  }

  private static String table(Collection<RunResult> results) {
    List<String> lines = new ArrayList<>();
    lines.add("| what | result | ± (99.9%) | | allocated, bytes |");
    lines.add("| --- | ---: | ---: | --- | ---: |");
    results.forEach(result -> lines.add(row(result)));
    return String.join("\n", lines) + "\n";
  }

  private static String row(RunResult result) {
    String recording = result.getParams().getParam("recording");
    double allocated = secondary(result, ALLOCATION).getScore();
    if (recording == null) {
      return row("authorization()", result.getPrimaryResult(), "ns", allocated);
    }
    return row(
        Recording.valueOf(recording).name().toLowerCase(Locale.ROOT).replace('_', ' '),
        secondary(result, "seconds"),
        "streams per core",
        allocated);
  }

  private static Result<?> secondary(RunResult result, String name) {
    return Objects.requireNonNull(result.getSecondaryResults().get(name), name);
  }

  private static String row(String what, Result<?> result, String unit, double allocated) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %s | %.0f |",
        what,
        result.getScore(),
        result.getScoreError(),
        unit,
        allocated);
  }
}
