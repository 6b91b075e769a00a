package org.speechservlet.local.cli;

import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import org.speechservlet.local.LocalSpeechService;
import org.speechservlet.local.SpeechEngineProvider;

/** Runs the service until the process is told to end. */
final class LocalSpeechMain {

  private LocalSpeechMain() {}

  /**
   * Exits with 0 after {@code --help}, with 1 when the service cannot start, with 2 when the
   * options are wrong.
   */
  public static void main(String[] args) throws InterruptedException {
    ServiceLoader<SpeechEngineProvider> engines = ServiceLoader.load(SpeechEngineProvider.class);
    Launcher launcher = new Launcher(engines, System.out, System.err);
    Launch launch = launcher.launch(args);
    if (launch instanceof Launch.Running running) {
      serveUntilTheEnd(running.service());
    } else if (launch instanceof Launch.Finished finished) {
      System.exit(finished.exitCode());
    }
  }

  private static void serveUntilTheEnd(LocalSpeechService service) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "local-speech-end"));
    new CountDownLatch(1).await();
  }
}
