package org.speechservlet.benchmarks.target;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import org.xnio.Options;

/** Undertow's proxy, which is no servlet. */
final class UndertowProxy implements Target {
  private static final int MAX_CONNECTIONS = 20_000;
  private static final int PATIENCE_MS = 120_000;
  private static final long NO_LIMIT = -1;

  @Override
  public int start(URI upstream) {
    LoadBalancingProxyClient client =
        new LoadBalancingProxyClient()
            .setConnectionsPerThread(MAX_CONNECTIONS)
            .setMaxQueueSize(MAX_CONNECTIONS)
            .addHost(upstream);
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setSocketOption(Options.BACKLOG, JettyContainer.BACKLOG)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, NO_LIMIT)
            .setHandler(
                ProxyHandler.builder()
                    .setProxyClient(client)
                    .setMaxRequestTime(PATIENCE_MS)
                    .build())
            .build();
    server.start();
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }
}
