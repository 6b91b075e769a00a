package org.speechservlet.check;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.speechservlet.config.ProxyAddress;

/** The network as this machine has it, with the JVM's own trust and proxies. */
final class SocketNetwork implements Network {
  private final Duration connectTimeout;
  private final @Nullable ProxyAddress proxy;
  private final Cut cut;
  private final LongSupplier nanoTime;

  /**
   * @param connectTimeout for the connection, and for TLS
   * @param proxy null if the JVM's proxy properties apply
   */
  SocketNetwork(
      Duration connectTimeout, @Nullable ProxyAddress proxy, Cut cut, LongSupplier nanoTime) {
    this.connectTimeout = connectTimeout;
    this.proxy = proxy;
    this.cut = cut;
    this.nanoTime = nanoTime;
  }

  @Override
  public Contact reach(URI uri) throws IOException {
    long startNanos = nanoTime.getAsLong();
    InetSocketAddress proxyAddress = proxyTo(uri);
    boolean isSecure = "https".equalsIgnoreCase(uri.getScheme());
    String host = proxyAddress != null ? proxyAddress.getHostString() : bareHost(uri);
    int port = proxyAddress != null ? proxyAddress.getPort() : portOf(uri, isSecure);
    InetAddress[] addresses = InetAddress.getAllByName(host);
    boolean hasTls = isSecure && proxyAddress == null;
    Contact.TlsFacts tls = contactFirst(addresses, host, port, hasTls);
    return new Contact(
        Arrays.stream(addresses).map(InetAddress::getHostAddress).toList(),
        proxyAddress == null ? null : host + ":" + port,
        Duration.ofNanos(nanoTime.getAsLong() - startNanos),
        tls);
  }

  /** An address of IPv6 stands in brackets in a URI, and nowhere else. */
  private static String bareHost(URI uri) {
    return uri.getHost().replaceAll("[\\[\\]]", "");
  }

  private static int portOf(URI uri, boolean isSecure) {
    if (uri.getPort() != -1) {
      return uri.getPort();
    }
    return isSecure ? 443 : 80;
  }

  private @Nullable InetSocketAddress proxyTo(URI uri) {
    if (proxy != null) {
      return InetSocketAddress.createUnresolved(proxy.host(), proxy.port());
    }
    ProxySelector selector = ProxySelector.getDefault();
    List<Proxy> proxies = selector == null ? List.of() : selector.select(uri);
    boolean isHttp = !proxies.isEmpty() && proxies.get(0).type() == Proxy.Type.HTTP;
    return isHttp && proxies.get(0).address() instanceof InetSocketAddress address ? address : null;
  }

  /** Takes the first address that answers, as HttpClient does. */
  private Contact.@Nullable TlsFacts contactFirst(
      InetAddress[] addresses, String host, int port, boolean hasTls) throws IOException {
    IOException last = new NoRouteToHostException(host + " has no address");
    for (InetAddress address : addresses) {
      try (Socket socket = new Socket()) {
        cut.whenHappens(() -> close(socket));
        connect(socket, new InetSocketAddress(address, port));
        return hasTls ? handshake(socket, host, port) : null;
      } catch (ConnectException | NoRouteToHostException e) {
        last = e;
      }
    }
    throw last;
  }

  private void connect(Socket socket, InetSocketAddress address) throws IOException {
    try {
      socket.connect(address, Math.toIntExact(connectTimeout.toMillis()));
    } catch (SocketTimeoutException e) {
      throw noRoute("no connection to " + address.getAddress().getHostAddress(), e);
    }
  }

  private NoRouteToHostException noRoute(String what, SocketTimeoutException cause) {
    NoRouteToHostException failure =
        new NoRouteToHostException(what + " within " + Words.seconds(connectTimeout));
    failure.initCause(cause);
    return failure;
  }

  private Contact.TlsFacts handshake(Socket plain, String host, int port) throws IOException {
    plain.setSoTimeout(Math.toIntExact(connectTimeout.toMillis()));
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return facts(socket);
    } catch (SocketTimeoutException e) {
      throw new SSLException("no answer within " + Words.seconds(connectTimeout), e);
    }
  }

  private static Contact.TlsFacts facts(SSLSocket socket) throws IOException {
    X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
    return new Contact.TlsFacts(
        socket.getSession().getProtocol(),
        certificate.getIssuerX500Principal().getName(),
        certificate.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString());
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException("a socket could not be closed", e);
    }
  }
}
