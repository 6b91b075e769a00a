package org.speechservlet.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The example as a process of its own, which a terminal starts and ends. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class ExampleMainIT {

  private static final Pattern COMMAND =
      Pattern.compile("Try: +curl --data-binary \"@(.+)\" -H \"Content-Type: (.+)\" (\\S+)");

  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void endProcesses() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void main_untilASignal_servesTheCommandThatItPrints() throws Exception {
    Process example = start("-Dport=0");
    Matcher command = commandPrintedBy(example);
    URI recognize = URI.create(command.group(3));

    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(recognize)
                    .header("Content-Type", command.group(2))
                    .POST(BodyPublishers.ofFile(Path.of(command.group(1))))
                    .build(),
                BodyHandlers.ofString());
    example.destroy();

    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("kitchen"), answer.body());
    int endedBySignal15 = 128 + 15;
    assertEquals(endedBySignal15, example.waitFor());
    assertThrows(
        ConnectException.class, () -> new Socket("localhost", recognize.getPort()).close());
  }

  @Test
  void main_portThatIsTaken_saysSoBeforeTheRecognizerLoads() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process example = start("-Dport=" + taken.getLocalPort());

      assertEquals(1, example.waitFor());
      assertEquals("", text(example.inputReader()));
      assertTrue(
          text(example.errorReader())
              .startsWith("Cannot listen on localhost:" + taken.getLocalPort() + "."));
    }
  }

  @Test
  void main_portThatIsNone_isWrongUsage() throws Exception {
    Process example = start("-Dport=http");

    assertEquals(2, example.waitFor());
    assertTrue(text(example.errorReader()).startsWith("The port is 'http'."));
  }

  /** Without the settings of whoever runs the tests, so that the local recognizer is chosen. */
  private Process start(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-Xmx1g", "-classpath", System.getProperty("java.class.path")));
    command.addAll(
        List.of(ExampleMain.class.getName(), Built.WAR.toString(), Built.SAMPLE.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("SPEECH_"));
    // A machine that is busy with other tests recognizes slowly, which is not the matter here.
    builder.environment().put("SPEECH_RESPONSE_TIMEOUT", "PT5M");
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private static Matcher commandPrintedBy(Process example) throws IOException {
    StringBuilder seen = new StringBuilder();
    BufferedReader console = example.inputReader(StandardCharsets.UTF_8);
    for (String line = console.readLine(); line != null; line = console.readLine()) {
      seen.append(line).append('\n');
      Matcher command = COMMAND.matcher(line);
      if (command.find()) {
        return command;
      }
    }
    throw new AssertionError(
        "No command was printed:\n" + seen + text(example.errorReader(StandardCharsets.UTF_8)));
  }

  private static String text(BufferedReader reader) {
    return String.join("\n", reader.lines().toList());
  }
}
