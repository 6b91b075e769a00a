package org.speechservlet.benchmarks.run;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a class of this module is started in a JVM of its own. */
final class JavaCommand {

  /** Every target has the same. */
  private static final List<String> TARGET_MEMORY = List.of("-Xmx512m", "-XX:+UseG1GC");

  /** What stands in allocates next to nothing, but what a target does not take waits there. */
  private static final List<String> STAND_IN_MEMORY = List.of("-Xmx2g", "-XX:+UseSerialGC");

  private JavaCommand() {}

  static List<String> standIn(Class<?> main, String... arguments) {
    return command(STAND_IN_MEMORY, jar -> true, main, arguments);
  }

  /** {@code jars} says by their names which are on the class path. */
  static List<String> target(Predicate<String> jars, Class<?> main, String... arguments) {
    List<String> options = new ArrayList<>(TARGET_MEMORY);
    options.addAll(moreTargetOptions());
    return command(options, jars, main, arguments);
  }

  /** To look into a target, as by a flight recording. */
  private static List<String> moreTargetOptions() {
    String options = System.getenv().getOrDefault("TARGET_JAVA_OPTIONS", "");
    return Stream.of(options.split(" ")).filter(option -> !option.isBlank()).toList();
  }

  private static List<String> command(
      List<String> memory, Predicate<String> jars, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(memory);
    command.addAll(List.of("-classpath", classPath(jars), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static String classPath(Predicate<String> jars) {
    String all = System.getProperty("java.class.path");
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(entry -> jars.test(Path.of(entry).getFileName().toString()))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
