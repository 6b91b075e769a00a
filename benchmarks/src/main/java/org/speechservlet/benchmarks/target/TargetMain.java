package org.speechservlet.benchmarks.target;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Map;
import org.speechservlet.benchmarks.control.CommandLoop;
import org.speechservlet.benchmarks.control.Figures;

/** A target in a process of its own: {@code heap} tells what is live after a collection. */
public final class TargetMain {
  private TargetMain() {}

  /** The arguments are the name of the target and the address of the upstream. */
  public static void main(String[] arguments) throws Exception {
    CommandLoop loop = new CommandLoop();
    int port = target(arguments[0]).start(URI.create(arguments[1]));
    loop.serve(
        port,
        (command, rest) ->
            switch (command) {
              case "heap" -> new Figures(Map.of("heap", liveHeapBytes()));
              default -> throw new IllegalArgumentException(command);
            });
    System.exit(0);
  }

  private static Target target(String name) {
    return switch (name) {
      case "speech-jetty" -> new SpeechOnJetty();
      case "speech-tomcat" -> new SpeechOnTomcat();
      case "async-proxy" -> new JettyAsyncProxy();
      case "undertow" -> new UndertowProxy();
      case "blocking" -> new BlockingProxy();
      case "mitre" -> new MitreProxy();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static double liveHeapBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
