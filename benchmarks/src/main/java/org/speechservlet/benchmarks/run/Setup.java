package org.speechservlet.benchmarks.run;

import java.io.IOException;
import org.speechservlet.benchmarks.generator.GeneratorMain;
import org.speechservlet.benchmarks.load.Load;
import org.speechservlet.benchmarks.upstream.UpstreamMain;

/** A target between upstream and generator, all fresh; ended together. */
final class Setup implements AutoCloseable {
  private final ChildProcess upstream;
  private final RunningTarget target;
  private final ChildProcess generator;

  Setup(Load load, Contestant contestant, Logs logs) throws IOException {
    upstream = standIn(UpstreamMain.class, contestant, logs, load.name());
    try {
      target = contestant.start(upstream.port(), logs);
    } catch (IOException e) {
      upstream.close();
      throw e;
    }
    try {
      generator =
          standIn(GeneratorMain.class, contestant, logs, load.name(), target.uri().toString());
    } catch (IOException e) {
      target.close();
      upstream.close();
      throw e;
    }
  }

  private static ChildProcess standIn(
      Class<?> main, Contestant contestant, Logs logs, String... arguments) throws IOException {
    return ChildProcess.start(
        JavaCommand.standIn(main, arguments),
        logs.of(main.getSimpleName() + "-" + contestant.title()));
  }

  ChildProcess upstream() {
    return upstream;
  }

  RunningTarget target() {
    return target;
  }

  ChildProcess generator() {
    return generator;
  }

  @Override
  public void close() {
    generator.close();
    target.close();
    upstream.close();
  }
}
