package org.speechservlet.upstream;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to talk to the Speech API.
 *
 * @param recognitionUri the recognition URI without its query
 * @param proxy the HTTP proxy to use, unresolved; null for what the JVM's proxy properties say
 * @param connectTimeout longest time to wait for a connection
 * @param responseTimeout longest time without progress when it is the Speech API's turn
 * @param maxConnections connections at once: one recognition needs one
 * @param maxReplayBytes how much audio one recognition may keep to send it again
 * @param maxTotalReplayBytes how much all of them may keep together
 * @param ioThreads threads that read and write all connections
 * @param threadName what those threads are called, followed by a number
 */
public record UpstreamOptions(
    URI recognitionUri,
    @Nullable InetSocketAddress proxy,
    Duration connectTimeout,
    Duration responseTimeout,
    int maxConnections,
    int maxReplayBytes,
    long maxTotalReplayBytes,
    int ioThreads,
    String threadName) {}
