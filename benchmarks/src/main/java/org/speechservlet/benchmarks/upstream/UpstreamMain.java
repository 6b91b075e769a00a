package org.speechservlet.benchmarks.upstream;

import java.util.List;
import java.util.Map;
import org.speechservlet.benchmarks.control.CommandLoop;
import org.speechservlet.benchmarks.control.Figures;
import org.speechservlet.benchmarks.load.Load;

/** The stand-in in a process of its own: {@code reset} and {@code report}. */
public final class UpstreamMain {
  private UpstreamMain() {}

  /** The argument is the name of the load that will come. */
  public static void main(String[] arguments) throws Exception {
    CommandLoop loop = new CommandLoop();
    try (StandInUpstream upstream = new StandInUpstream(Load.named(arguments[0]).layout())) {
      new Thread(upstream, "upstream").start();
      loop.serve(upstream.port(), (command, rest) -> run(upstream, command, rest));
    }
    System.exit(0);
  }

  private static Figures run(StandInUpstream upstream, String command, List<String> arguments) {
    switch (command) {
      case "reset" -> {
        upstream.reset();
        return new Figures(Map.of());
      }
      case "report" -> {
        return upstream.figures();
      }
      default -> throw new IllegalArgumentException(command + " " + arguments);
    }
  }
}
