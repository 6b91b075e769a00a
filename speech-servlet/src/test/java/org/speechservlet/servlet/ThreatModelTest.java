package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever test THREATS.md names, is there; and each threat names one. */
class ThreatModelTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");
  private static final int FIRST_THREAT = 2;

  @Test
  void tests_thatTheThreatsName_exist() throws IOException {
    Map<String, String> sources = testsByName();
    List<String> missing = new ArrayList<>();
    for (MatchResult named : TEST.matcher(threats()).results().toList()) {
      String source = sources.getOrDefault(named.group(1), "");
      String method = named.group(2);
      if (source.isEmpty() || (method != null && !source.contains(" void " + method + "("))) {
        missing.add(named.group());
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void threats_eachNameATest() throws IOException {
    List<String> rows = threats().lines().filter(line -> line.startsWith("|")).toList();
    assertTrue(rows.size() > FIRST_THREAT);
    List<String> unshown =
        rows.stream().skip(FIRST_THREAT).filter(row -> !TEST.matcher(row).find()).toList();
    assertEquals(List.of(), unshown);
  }

  private static String threats() throws IOException {
    return Files.readString(ROOT.resolve("THREATS.md"));
  }

  /** Two of one name, in two modules, count as one. */
  private static Map<String, String> testsByName() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(ThreatModelTest::javaFiles)
          .collect(
              Collectors.toMap(ThreatModelTest::className, ThreatModelTest::read, String::concat));
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String className(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
