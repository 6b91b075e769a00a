package org.speechservlet.benchmarks.run;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalDouble;

/** A target that serves until it is closed. */
sealed interface RunningTarget extends AutoCloseable
    permits RunningTarget.Direct, RunningTarget.Java, NginxTarget {

  /** Where uploads go. */
  URI uri();

  /** Measures its process; empty if it has none. */
  Optional<ProcessMeter> meter();

  /** What is live on its heap after a collection, which stops it for a moment. */
  OptionalDouble heapBytes() throws IOException;

  @Override
  void close();

  /** No target: the upstream itself. */
  record Direct(URI uri) implements RunningTarget {
    @Override
    public Optional<ProcessMeter> meter() {
      return Optional.empty();
    }

    @Override
    public OptionalDouble heapBytes() {
      return OptionalDouble.empty();
    }

    @Override
    public void close() {}
  }

  /** A JVM. */
  record Java(ChildProcess process, URI uri) implements RunningTarget {
    @Override
    public Optional<ProcessMeter> meter() {
      return Optional.of(new ProcessMeter(process.handle()));
    }

    @Override
    public OptionalDouble heapBytes() throws IOException {
      return OptionalDouble.of(process.call("heap").get("heap"));
    }

    @Override
    public void close() {
      process.close();
    }
  }
}
