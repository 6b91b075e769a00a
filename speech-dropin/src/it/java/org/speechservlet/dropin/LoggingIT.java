package org.speechservlet.dropin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the finished JAR logs, with each kind of SLF4J beside it and with none. */
final class LoggingIT {
  private static final String PROBE = LoggingProbe.class.getName();

  /** Strongly held: the log manager would forget it, and its handler. */
  private final Logger jul = Logger.getLogger(LoggingProbe.LOGGER);

  private final List<LogRecord> records = new ArrayList<>();
  private final Handler handler = new Records();
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  @TempDir private Path folder;

  private final class Records extends Handler {
    @Override
    public void publish(LogRecord record) {
      records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void listen() {
    jul.addHandler(handler);
    jul.setUseParentHandlers(false);
    PrintStream captured = new PrintStream(console, true, StandardCharsets.UTF_8);
    System.setOut(captured);
    System.setErr(captured);
  }

  @AfterEach
  void stopListening() {
    System.setOut(out);
    System.setErr(err);
    jul.removeHandler(handler);
    jul.setUseParentHandlers(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "slf4j-api-1.7.36",
        "slf4j-api-2.0.20",
        "slf4j-api-2.0.20 slf4j-simple-1.7.36",
        "slf4j-simple-1.7.36"
      })
  void log_withoutAnSlf4jThatLeadsSomewhere_goesToJavaUtilLogging(String beside)
      throws Exception {
    try (IsolatedDropin dropin = new IsolatedDropin(jars(beside))) {
      runAway(dropin);
    }
    assertJavaUtilLogging();
  }

  @Test
  void log_whereOnlyTheApplicationSeesAProviderOfTheServersSlf4j_goesToJavaUtilLogging()
      throws Exception {
    URL[] api = {jars("slf4j-api-2.0.20").get(0).toUri().toURL()};
    try (URLClassLoader server = new URLClassLoader(api, ClassLoader.getPlatformClassLoader());
        IsolatedDropin dropin = new IsolatedDropin(jars("slf4j-simple-2.0.7"), server)) {
      runAway(dropin);
    }
    assertJavaUtilLogging();
  }

  private void assertJavaUtilLogging() {
    assertEquals("", console.toString(StandardCharsets.UTF_8));
    assertEquals(
        List.of(
            "INFO one 1 and two " + LoggingProbe.LOGGER + " " + PROBE + ".run null",
            "WARNING failed: why "
                + LoggingProbe.LOGGER
                + " "
                + PROBE
                + ".run java.lang.IllegalStateException: cause"),
        records.stream().map(LoggingIT::line).toList());
  }

  private static String line(LogRecord record) {
    return String.join(
        " ",
        record.getLevel().getName(),
        record.getMessage(),
        record.getLoggerName(),
        record.getSourceClassName() + "." + record.getSourceMethodName(),
        String.valueOf(record.getThrown()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"slf4j-api-1.7.36 slf4j-simple-1.7.36", "slf4j-api-2.0.7 slf4j-simple-2.0.7"})
  void log_withSimpleLoggerBeside_goesThere(String beside) throws Exception {
    Path file = folder.resolve("simple.log");
    Files.writeString(
        folder.resolve("simplelogger.properties"),
        "org.slf4j.simpleLogger.logFile=" + file + "\norg.slf4j.simpleLogger.showThreadName=false");
    assertGoesTo(
        file,
        beside,
        "INFO org.speechservlet.probe - one 1 and two",
        "WARN org.speechservlet.probe - failed: why");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slf4j-api-1.7.36 logback-classic-1.2.13 logback-core-1.2.13",
        "slf4j-api-2.0.20 logback-classic-1.5.21 logback-core-1.5.21"
      })
  void log_withLogbackBeside_goesThereWithItsCaller(String beside) throws Exception {
    Path file = folder.resolve("logback.log");
    Files.writeString(folder.resolve("logback.xml"), logback(file));
    assertGoesTo(
        file,
        beside,
        "INFO org.speechservlet.probe " + PROBE + ".run d510 one 1 and two",
        "WARN org.speechservlet.probe " + PROBE + ".run  failed: why");
  }

  private void assertGoesTo(Path file, String beside, String info, String warning)
      throws Exception {
    List<Path> classPath = new ArrayList<>(jars(beside));
    classPath.add(folder);
    try (IsolatedDropin dropin = new IsolatedDropin(classPath)) {
      runAway(dropin);
    }
    assertEquals("", console.toString(StandardCharsets.UTF_8));
    assertEquals(List.of(), records);
    List<String> lines = Files.readAllLines(file);
    assertEquals(List.of(info, warning), lines.subList(0, 2));
    assertTrue(lines.get(2).contains("IllegalStateException: cause"), lines.get(2));
  }

  private static String logback(Path file) {
    return """
        <configuration>
          <statusListener class="ch.qos.logback.core.status.NopStatusListener" />
          <appender name="file" class="ch.qos.logback.core.FileAppender">
            <file>%s</file>
            <encoder><pattern>%%level %%logger %%class.%%method %%X{request} %%msg%%n</pattern></encoder>
          </appender>
          <root level="info"><appender-ref ref="file" /></root>
        </configuration>
        """
        .formatted(file);
  }

  /** Runs the probe on a thread whose context class loader knows nothing of all this. */
  private static void runAway(IsolatedDropin dropin) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      dropin.run(LoggingProbe.class);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static List<Path> jars(String names) {
    return Dropin.foreign(
        Stream.of(names.split(" ", -1)).filter(name -> !name.isEmpty()).toArray(String[]::new));
  }
}
