package org.speechservlet.local.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What this process took from the machine. */
final class ProcessUsage {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  private ProcessUsage() {}

  /** The processors' time of all threads so far, those of compiler and collector included. */
  static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The most memory that was resident; empty where the system is not Linux. */
  static OptionalLong peakResidentBytes() {
    if (!Files.isReadable(STATUS)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines.filter(line -> line.startsWith(PEAK)).mapToLong(ProcessUsage::bytes).findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** From {@code VmHWM: 433780 kB}. */
  private static long bytes(String line) {
    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
  }
}
