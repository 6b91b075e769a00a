package org.speechservlet.benchmarks.generator;

import java.net.URI;
import org.speechservlet.benchmarks.control.CommandLoop;
import org.speechservlet.benchmarks.load.Load;

/** The generator in a process of its own: {@code touch}, {@code warm} and {@code measure}. */
public final class GeneratorMain {
  private GeneratorMain() {}

  /** The arguments are the name of the load, and the address that uploads go to. */
  public static void main(String[] arguments) throws Exception {
    Load load = Load.named(arguments[0]);
    Generator generator = new Generator(URI.create(arguments[1]));
    new CommandLoop()
        .serve(
            0,
            (command, rest) ->
                switch (command) {
                  case "touch" -> generator.run(load.touch());
                  case "warm" -> generator.run(load.warmUp());
                  case "measure" -> generator.run(load);
                  default -> throw new IllegalArgumentException(command);
                });
  }
}
