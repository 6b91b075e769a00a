package org.speechservlet.benchmarks.micro;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.EnumSet;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.speechservlet.benchmarks.load.Load;
import org.speechservlet.benchmarks.upstream.StandInUpstream;
import org.speechservlet.token.SpeechContext;
import org.speechservlet.token.SpeechTokenFilter;
import org.speechservlet.token.TokenManager;

/** What each request asks first: an authorization, of a token that is fresh. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AuthorizationBenchmark {
  private final Server server = new Server();
  private @Nullable StandInUpstream upstream;
  private SpeechContext.@Nullable Lease lease;
  private @Nullable TokenManager tokens;

  /** Starts an application, which gets a token. */
  @Setup
  public void start() throws Exception {
    StandInUpstream service = new StandInUpstream(Load.named("smoke-1").layout());
    new Thread(service, "upstream").start();
    upstream = service;
    URI base = URI.create("http://127.0.0.1:" + service.port());
    ServletContextHandler application = new ServletContextHandler("/");
    application.setInitParameter(
        "speech.token-uri", base.resolve("/sts/v1.0/issueToken").toString());
    application.setInitParameter("speech.recognition-uri", base.toString());
    application.setInitParameter("speech.key", "0123456789abcdef0123456789abcdef");
    application
        .addFilter(SpeechTokenFilter.class, "/*", EnumSet.of(DispatcherType.REQUEST))
        .setAsyncSupported(true);
    server.setHandler(application);
    server.start();
    SpeechContext.Lease taken = SpeechContext.acquire(application.getServletContext());
    lease = taken;
    tokens = taken.tokens();
    taken.tokens().authorization().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  /** Ends it. */
  @TearDown
  public void stop() throws Exception {
    Objects.requireNonNull(lease).close();
    server.stop();
    Objects.requireNonNull(upstream).close();
  }

  /** Asks. */
  @Benchmark
  public Object authorization() {
    return Objects.requireNonNull(tokens).authorization();
  }
}
