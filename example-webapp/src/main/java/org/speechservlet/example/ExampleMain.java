package org.speechservlet.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.logging.LogManager;
import java.util.stream.Collectors;

/**
 * Runs the example until the process is told to end. {@code -Dport} and {@code -Dhost} choose the
 * address; the arguments are the WAR and a sample recording. {@code -Dend-with-parent=true} is for
 * starters that do not end what they started.
 */
public final class ExampleMain {

  private ExampleMain() {}

  /** Starts the example, or says why it does not start and ends the process. */
  public static void main(String... arguments) {
    logQuietly();
    if (Boolean.getBoolean("end-with-parent")) {
      endWithParent();
    }
    try {
      run(ExampleOptions.of(systemProperties(), arguments), System.out);
    } catch (ExampleException e) {
      System.err.println(e.getMessage());
      System.exit(e.exitCode());
    }
  }

  private static void run(ExampleOptions options, PrintStream console) throws ExampleException {
    ExampleServer server = ExampleServer.bind(options.host(), options.port());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "example-stop"));
    SpeechService speech = chooseSpeech(console);
    server.serve(options.war(), speech);
    console.println(Greeting.of(server.uri(), speech.inWords(), options.sample()));
  }

  /**
   * Ends this process when the one that started it has ended: Maven, told to end by anything but
   * Ctrl-C, would leave it behind, with the port.
   */
  private static void endWithParent() {
    CompletableFuture<?> unused =
        ProcessHandle.current()
            .parent()
            .map(ProcessHandle::onExit)
            .orElseGet(CompletableFuture::new)
            .thenRun(() -> System.exit(0));
  }

  private static SpeechService chooseSpeech(PrintStream console) throws ExampleException {
    var configured = ConfiguredSpeech.of(systemProperties(), System.getenv());
    if (configured.isPresent()) {
      return configured.get();
    }
    console.println(
        "Neither SPEECH_KEY nor SPEECH_TOKEN_URI is set: loading the local recognizer, which takes some seconds.");
    return LocalSpeech.start();
  }

  private static Map<String, String> systemProperties() {
    Properties properties = System.getProperties();
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(Function.identity(), properties::getProperty));
  }

  /** One line a record, unless the operator has a logging configuration of their own. */
  private static void logQuietly() {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    try (InputStream configuration = ExampleMain.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
