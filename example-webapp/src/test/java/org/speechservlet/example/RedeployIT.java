package org.speechservlet.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.speechservlet.local.LocalSpeechOptions;
import org.speechservlet.local.LocalSpeechService;

/** The WAR is put into a running container and taken out again: nothing of it may stay. */
final class RedeployIT {
  private static final int ROUNDS = 10;
  private static final List<String> SETTINGS =
      List.of("speech.token-uri", "speech.recognition-uri", "speech.key");

  @Test
  void tenRoundsWithARecognitionEach_leaveNoThreadNoConnectionAndNoClassLoader() throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    Queue<String> complaints = new ConcurrentLinkedQueue<>();
    Logger containersLog = Logger.getLogger("org.apache.catalina.loader.WebappClassLoaderBase");
    Handler listener = leakComplaintsTo(complaints);
    containersLog.addHandler(listener);
    try (LocalSpeechService speech =
            LocalSpeechService.start(
                LocalSpeechOptions.defaults().withPort(0), new ScriptedEngine("it works"));
        Container container = Container.start()) {
      System.setProperty("speech.token-uri", speech.tokenUri().toString());
      System.setProperty("speech.recognition-uri", speech.recognitionUri().toString());
      System.setProperty("speech.key", "any");
      for (int round = 1; round <= ROUNDS; round++) {
        loaders.add(new WeakReference<>(container.deploy()));
        assertEquals(200, recognize(container.port()), "round " + round);
        container.undeploy();
        assertEquals(List.of(), speechThreads(), "round " + round);
        assertEquals(0, connectionsTo(speech.tokenUri().getPort()), "round " + round);
      }
      assertTrue(areCollected(loaders), "class loaders are still reachable");
    } finally {
      SETTINGS.forEach(System::clearProperty);
      containersLog.removeHandler(listener);
    }
    assertEquals(List.of(), List.copyOf(complaints));
  }

  /**
   * On a connection of its own: Jetty keeps an application in mind as long as its browser's lasts.
   */
  private static int recognize(int port) throws IOException {
    URL url = new URL("http://127.0.0.1:" + port + "/portal/speech/recognize");
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setRequestProperty("Connection", "close");
    connection.setRequestProperty("Content-Type", "audio/wav");
    connection.setDoOutput(true);
    try (OutputStream body = connection.getOutputStream()) {
      Files.copy(Built.SAMPLE, body);
    }
    int status = connection.getResponseCode();
    connection.disconnect();
    return status;
  }

  /** Established TCP connections of this machine to a port, where the system shows them. */
  private static long connectionsTo(int port) throws IOException {
    String remote = String.format(":%04X 01", port);
    long count = 0;
    for (Path table : List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"))) {
      if (Files.exists(table)) {
        count += Files.readAllLines(table).stream().filter(row -> row.contains(remote)).count();
      }
    }
    return count;
  }

  private static List<String> speechThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.matches("speech-(token|timer|upstream).*/portal.*"))
        .toList();
  }

  /** Collection is the virtual machine's to decide; it is asked a bounded number of times. */
  private static boolean areCollected(List<WeakReference<ClassLoader>> loaders) {
    for (int tries = 0; tries < 50; tries++) {
      System.gc();
      if (loaders.stream().allMatch(loader -> loader.refersTo(null))) {
        return true;
      }
    }
    return false;
  }

  private static Handler leakComplaintsTo(Queue<String> complaints) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        String message = String.valueOf(record.getMessage());
        if (message.contains("failed to stop it") || message.contains("failed to remove it")) {
          complaints.add(message);
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
