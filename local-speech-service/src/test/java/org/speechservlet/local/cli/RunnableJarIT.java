package org.speechservlet.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.speechservlet.local.SpeechEngineProvider;

/** The runnable JAR in a process of its own. */
final class RunnableJarIT {

  private static final String JAR = System.getProperty("runnable.jar", "");
  private static final String TEST_CLASSES = System.getProperty("test.classes", "");

  @Test
  void jar_help_exitsWith0() throws Exception {
    Process process = start("-jar", JAR, "--help");
    try (BufferedReader out = process.inputReader()) {
      assertTrue(out.lines().anyMatch(line -> line.contains("Usage:")));
    }
    assertEquals(0, end(process));
  }

  @Test
  void jar_withAnEngineOfAnotherJar_servesUntilItIsToldToEnd(@TempDir Path services)
      throws Exception {
    registerScriptedEngine(services);
    String classPath = String.join(File.pathSeparator, JAR, TEST_CLASSES, services.toString());
    Process process =
        start("-cp", classPath, LocalSpeechMain.class.getName(), "--port=0", "--engine=scripted");
    try (BufferedReader out = process.inputReader()) {
      URI tokenUri = URI.create(valueOf("SPEECH_TOKEN_URI", out));
      assertEquals(200, requestToken(tokenUri).statusCode());
      process.destroy();
      assertNotEquals(0, end(process));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void jar_everyLibraryOfItsManifest_isBesideIt() throws Exception {
    List<String> missing = new ArrayList<>();
    try (JarFile jar = new JarFile(JAR)) {
      String classPath = jar.getManifest().getMainAttributes().getValue("Class-Path");
      for (String library : classPath.split(" ", -1)) {
        if (!Files.exists(Path.of(JAR).resolveSibling(library))) {
          missing.add(library);
        }
      }
      assertTrue(classPath.contains("lib/jetty-server-"), classPath);
    }
    assertEquals(List.of(), missing);
  }

  /** Here rather than in the test resources, where every other test would find it, too. */
  private static void registerScriptedEngine(Path services) throws Exception {
    Path directory = Files.createDirectories(services.resolve("META-INF/services"));
    Files.writeString(
        directory.resolve(SpeechEngineProvider.class.getName()), ScriptedProvider.class.getName());
  }

  private static Process start(String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static int end(Process process) throws InterruptedException {
    assertTrue(process.waitFor(20, TimeUnit.SECONDS), "The process does not end");
    return process.exitValue();
  }

  private static String valueOf(String variable, BufferedReader out) {
    return out.lines()
        .map(String::trim)
        .filter(line -> line.startsWith(variable + "="))
        .map(line -> line.substring(variable.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> requestToken(URI tokenUri) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(tokenUri)
            .header("Ocp-Apim-Subscription-Key", "any")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
