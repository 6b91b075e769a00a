package org.speechservlet.upstream;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;
import org.speechservlet.audio.UpstreamFormat;

/**
 * An {@link UpstreamClient} with a peer at the other end. Time-outs of recognitions happen when the
 * test moves the time, and only then; closing it checks that nothing is left.
 */
final class UpstreamRig implements AutoCloseable {
  static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(30);
  static final String CONNECTION_ID = "0123456789abcdef0123456789abcdef";
  private static final int KEPT = 256 * 1024;

  final ManualTimers timers = new ManualTimers();
  final FakeCredentials credentials = new FakeCredentials();
  final ScriptedPeer peer;
  final UpstreamClient client;
  private final String threadName = "upstream-rig-" + Integer.toHexString(hashCode());

  UpstreamRig() throws IOException {
    this(new ScriptedPeer());
  }

  UpstreamRig(ScriptedPeer peer) {
    this(peer, 16, null, SSLContexts.createSystemDefault());
  }

  UpstreamRig(
      ScriptedPeer peer,
      int maxConnections,
      @Nullable InetSocketAddress proxy,
      SSLContext trusting) {
    this.peer = peer;
    UpstreamOptions options =
        new UpstreamOptions(
            peer.uri("/speech"),
            proxy,
            Duration.ofSeconds(5),
            RESPONSE_TIMEOUT,
            maxConnections,
            KEPT,
            1024L * 1024 * 1024,
            2,
            threadName);
    client = new UpstreamClient(options, trusting, timers, Clock.systemUTC(), new Random(1));
  }

  /** Starts a recognition at the peer. */
  Dictation dictate() {
    return dictateTo(peer.uri("/speech?language=en-US&format=simple"));
  }

  Dictation dictateTo(URI uri) {
    return new Dictation(
            client,
            new RecognitionRequest(uri, CONNECTION_ID, UpstreamFormat.WAV_PCM_16K),
            credentials)
        .start();
  }

  /** One recognition that succeeds, and the connection that it took. */
  ScriptedConnection succeedOn(ScriptedConnection connection, Dictation dictation)
      throws Exception {
    connection.readHead();
    connection.agree();
    dictation.outcome().awaitReady();
    dictation.say("audio").end();
    connection.readBodyToEnd();
    connection.answerText("Hello.");
    dictation.outcome().awaitTranscript();
    return connection;
  }

  /** What is released a moment after it was told. */
  void awaitNothingInUse() {
    await("connections in use", () -> client.connections().leased() == 0);
    await("waiting for a connection", () -> client.connections().pending() == 0);
    await("bytes kept", () -> client.replayBytes() == 0);
  }

  /** Asks again and again, other threads first. */
  static void await(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > Duration.ofSeconds(ScriptedPeer.PATIENCE_SECONDS).toNanos()) {
        throw new AssertionError("still not so: " + what);
      }
      Thread.onSpinWait();
    }
  }

  List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(threadName))
        .toList();
  }

  @Override
  public void close() throws IOException {
    try {
      awaitNothingInUse();
    } finally {
      client.close();
      peer.close();
    }
    if (timers.pendingCount() > 0) {
      throw new AssertionError(timers.pendingCount() + " tasks still wait for their time");
    }
  }
}
