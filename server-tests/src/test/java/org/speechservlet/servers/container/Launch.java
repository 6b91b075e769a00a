package org.speechservlet.servers.container;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A server that is set up and can be started.
 *
 * @param start its start script, in the foreground
 * @param stop what ends it in its own way; empty where that is a signal
 * @param environment what both are given
 * @param port its port for HTTP on loopback
 * @param deployments the folder from which it takes web applications
 * @param log where it tells of itself: its output is appended
 */
public record Launch(
    List<String> start,
    List<String> stop,
    Map<String, String> environment,
    int port,
    Path deployments,
    Path log) {}
