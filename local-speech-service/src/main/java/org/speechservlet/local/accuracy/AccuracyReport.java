package org.speechservlet.local.accuracy;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.speechservlet.local.accuracy.Listener.Heard;

/** Prints each recording as it is done, and adds up. */
final class AccuracyReport {

  private static final long MEBIBYTE = 1024 * 1024;

  private final PrintStream out;
  private final long startNanos = System.nanoTime();
  private final Duration cpuAtStart = ProcessUsage.cpu();
  private final List<Duration> delays = new ArrayList<>();
  private Duration audio = Duration.ZERO;
  private WordErrors total = WordErrors.NONE;

  /** The costs are counted from now on. */
  AccuracyReport(PrintStream out) {
    this.out = out;
  }

  void add(Recording recording, Heard heard) {
    List<String> said = Words.of(recording.transcript());
    List<String> words = Words.of(heard.words());
    WordErrors errors = WordErrors.between(said, words);
    total = total.plus(errors);
    audio = audio.plus(heard.audio());
    delays.add(heard.delay());
    out.printf(
        "%n%s: %d errors in %d words, %.1f s of audio, delay %.2f s%n",
        recording.file(),
        errors.errors(),
        errors.words(),
        seconds(heard.audio()),
        seconds(heard.delay()));
    out.println("  said:  " + String.join(" ", said));
    out.println("  heard: " + String.join(" ", words));
  }

  void printTotals() {
    double cpu = seconds(ProcessUsage.cpu().minus(cpuAtStart));
    List<Duration> sorted = delays.stream().sorted().toList();
    out.printf(
        "%nWord error rate:   %.1f%% (%d errors in %d words: %d inserted, %d deleted, %d substituted)%n",
        total.ratePercent(),
        total.errors(),
        total.words(),
        total.insertions(),
        total.deletions(),
        total.substitutions());
    out.printf(
        "Real-time factor:  %.2f (%.1f s of CPU for %.1f s of audio; %.1f s went by)%n",
        cpu / seconds(audio), cpu, seconds(audio), (System.nanoTime() - startNanos) / 1e9);
    out.printf(
        "Delay of results:  %.2f s median, %.2f s longest, had the audio come in real time%n",
        seconds(sorted.get(sorted.size() / 2)), seconds(sorted.get(sorted.size() - 1)));
    out.printf("Memory:            %s%n", memory());
  }

  private static String memory() {
    String heap = Runtime.getRuntime().maxMemory() / MEBIBYTE + " MiB of heap allowed";
    return ProcessUsage.peakResidentBytes().stream()
        .mapToObj(bytes -> bytes / MEBIBYTE + " MiB resident at most, " + heap)
        .findFirst()
        .orElse(heap);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
