package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.token.RawService.answer;
import static org.speechservlet.token.RawService.flood;
import static org.speechservlet.token.RawService.reset;
import static org.speechservlet.token.RawService.send;
import static org.speechservlet.token.RawService.stall;
import static org.speechservlet.token.RawService.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.config.ProxyAddress;
import org.speechservlet.token.NoAnswerException.Fault;
import org.speechservlet.token.RawService.Behaviour;

@Timeout(30)
final class TokenEndpointIT {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String PATH = "/sts/v1.0/issueToken";

  @TempDir private Path folder = Path.of("");

  private final CompletableFuture<Void> attempt = new CompletableFuture<>();
  private @Nullable RawService service;

  @AfterEach
  void closeService() throws IOException {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void request_toTheService_isAnEmptyPostWithTheKey() throws Exception {
    TokenAnswer answer = post(token("ey.x.y"));
    assertEquals(200, answer.status());
    assertEquals("ey.x.y", answer.body());
    List<String> lines = started().requests().get(0).lines().toList();
    assertEquals("POST /sts/v1.0/issueToken HTTP/1.1", lines.get(0));
    assertTrue(lines.contains("Ocp-Apim-Subscription-Key: sesame"), lines.toString());
    assertTrue(lines.contains("Content-Length: 0"), lines.toString());
    assertTrue(lines.contains("Host: localhost:" + started().port()), lines.toString());
    String names = lines.toString().toLowerCase(Locale.ROOT);
    assertFalse(names.contains("upgrade"), names);
    assertFalse(names.contains("accept-encoding"), names);
    assertFalse(names.contains("expect"), names);
    assertFalse(names.contains("transfer-encoding"), names);
  }

  @Test
  void answer_withFields_bringsThem() throws Exception {
    TokenAnswer answer =
        post(
            answer(
                503,
                "busy",
                "Retry-After: 7",
                "Date: Tue, 24 Nov 2026 12:00:00 GMT",
                "Set-Cookie: a=b"));
    assertEquals(new TokenAnswer(503, "Tue, 24 Nov 2026 12:00:00 GMT", "7", null, "busy"), answer);
  }

  @Test
  void answer_thatIsChunked_isRead() throws Exception {
    TokenAnswer answer =
        post(
            send(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "3\r\ney.\r\n3\r\nx.y\r\n0\r\n\r\n"));
    assertEquals("ey.x.y", answer.body());
  }

  @Test
  void answer_withoutABody_isRead() throws Exception {
    assertEquals("", post(send("HTTP/1.1 204 No Content\r\n\r\n")).body());
  }

  @Test
  void answer_afterAnother_comesOverAConnectionOfItsOwn() throws Exception {
    service = RawService.start(token("a"), token("b"));
    TokenEndpoint endpoint = endpoint(service.uri(PATH), PATIENCE);
    assertEquals("a", endpoint.post("k", attempt).body());
    assertEquals("b", endpoint.post("k", attempt).body());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirect_toAnotherHost_isNotFollowed(int status) throws Exception {
    try (RawService other = RawService.start(token("stolen"))) {
      TokenAnswer answer = post(answer(status, "", "Location: " + other.uri("/thief")));
      assertEquals(status, answer.status());
      assertEquals(other.uri("/thief").toString(), answer.location());
      assertEquals(List.of(), other.requests());
    }
  }

  @Test
  void challenge_forOtherCredentials_isNotAnswered() throws Exception {
    TokenAnswer answer = post(answer(401, "", "WWW-Authenticate: Basic realm=\"x\""));
    assertEquals(401, answer.status());
    assertEquals(1, started().requests().size());
  }

  @Test
  void service_thatSays503_isNotAskedAgainByTheClient() throws Exception {
    assertEquals(503, post(answer(503, "", "Retry-After: 0")).status());
    assertEquals(1, started().requests().size());
  }

  @Test
  void host_thatDoesNotExist_isSaidToBeSo() {
    assertFault(Fault.HOST_NOT_FOUND, endpoint(URI.create("http://nowhere.invalid/"), PATIENCE));
  }

  @Test
  void port_thatIsClosed_isSaidToBeSo() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    assertFault(
        Fault.CONNECTION_REFUSED, endpoint(URI.create("http://127.0.0.1:" + port), PATIENCE));
  }

  @Test
  void service_thatStallsBeforeTheAnswer_isLeftAfterTheTimeout() throws Exception {
    service = RawService.start(stall());
    assertFault(Fault.ANSWER_TIMEOUT, endpoint(service.uri(PATH), SHORT));
  }

  @Test
  void service_thatStallsInTheBody_isLeftAfterTheTimeout() throws Exception {
    Behaviour half = send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    service =
        RawService.start(
            (socket, raw) -> {
              half.accept(socket, raw);
              stall().accept(socket, raw);
            });
    assertFault(Fault.ANSWER_TIMEOUT, endpoint(service.uri(PATH), SHORT));
  }

  @Test
  void service_thatEndsInTheBody_isALostConnection() {
    assertFault(Fault.CONNECTION_LOST, send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"));
  }

  @Test
  void service_thatEndsInAChunk_isALostConnection() {
    assertFault(
        Fault.CONNECTION_LOST,
        send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nhalf"));
  }

  @Test
  void service_thatResetsBeforeTheAnswer_isALostConnection() {
    assertFault(Fault.CONNECTION_LOST, reset());
  }

  @Test
  void service_thatClosesBeforeTheAnswer_isALostConnection() {
    assertFault(Fault.CONNECTION_LOST, send(""));
  }

  @Test
  void service_thatSpeaksAnotherProtocol_isSaidToBeSo() {
    assertFault(Fault.NOT_HTTP, send("SSH-2.0-OpenSSH_9.2\r\n".repeat(20)));
  }

  @Test
  void body_withoutEnd_isCutAtItsBound() {
    assertFault(Fault.TOO_LARGE, flood("HTTP/1.1 200 OK\r\n\r\n"));
  }

  @Test
  void body_inEndlessChunks_isCutAtItsBound() {
    assertFault(
        Fault.TOO_LARGE,
        flood("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n"));
  }

  @Test
  void body_ofTheBound_isRead() throws Exception {
    String body = "x".repeat(TokenEndpoint.MAX_BODY_BYTES);
    assertEquals(body, post(answer(500, body)).body());
    assertFault(Fault.TOO_LARGE, answer(500, body + "x"));
  }

  @Test
  void head_withoutEnd_isCutAtItsBound() {
    assertFault(Fault.TOO_LARGE, flood("HTTP/1.1 200 OK\r\nX-Long: "));
  }

  @Test
  void attempt_cancelledWhileTheServiceStalls_endsTheExchange() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    service =
        RawService.start(
            (socket, raw) -> {
              asked.countDown();
              stall().accept(socket, raw);
            });
    TokenEndpoint endpoint = endpoint(service.uri(PATH), PATIENCE);
    CompletableFuture<Fault> fault = new CompletableFuture<>();
    Thread thread = new Thread(() -> fault.complete(fault(endpoint)));
    thread.start();
    assertTrue(asked.await(10, TimeUnit.SECONDS));
    attempt.cancel(true);
    // Less than the endpoint's own patience shows that it was the cancellation.
    assertEquals(Fault.CONNECTION_LOST, fault.get(8, TimeUnit.SECONDS));
    thread.join();
  }

  @Test
  void attempt_cancelledBefore_sendsNothing() throws Exception {
    service = RawService.start(token("t"));
    attempt.cancel(true);
    assertThrows(
        NoAnswerException.class, () -> endpoint(started().uri(PATH), PATIENCE).post("k", attempt));
    assertEquals(List.of(), service.requests());
  }

  // TLS

  @Test
  void certificate_thatIsTrusted_isAccepted() throws Exception {
    TestCertificate certificate = TestCertificate.of(folder, "localhost");
    service = RawService.start(certificate.forServer(), token("t"));
    TokenEndpoint endpoint =
        endpoint(service.uri(PATH), PATIENCE, null, certificate.forClientThatTrustsIt());
    assertEquals("t", endpoint.post("k", attempt).body());
  }

  @Test
  void certificate_thatIsUnknown_endsTheExchangeBeforeTheKeyIsSent() throws Exception {
    service = RawService.start(TestCertificate.of(folder, "localhost").forServer(), token("t"));
    assertFault(Fault.TLS_FAILED, endpoint(service.uri(PATH), PATIENCE));
    assertEquals(List.of(), service.requests());
  }

  @Test
  void certificate_ofAnotherHost_endsTheExchangeBeforeTheKeyIsSent() throws Exception {
    TestCertificate certificate = TestCertificate.of(folder, "other.example");
    service = RawService.start(certificate.forServer(), token("t"));
    assertFault(
        Fault.TLS_FAILED,
        endpoint(service.uri(PATH), PATIENCE, null, certificate.forClientThatTrustsIt()));
    assertEquals(List.of(), service.requests());
  }

  @Test
  void service_thatSpeaksPlainHttpWhereTlsIsExpected_isATlsFailure() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Thread thread = new Thread(() -> greetInPlainText(server));
      thread.start();
      assertFault(
          Fault.TLS_FAILED,
          endpoint(URI.create("https://localhost:" + server.getLocalPort() + "/"), PATIENCE));
      thread.join();
    }
  }

  private static void greetInPlainText(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket
          .getOutputStream()
          .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      // The client has gone.
    }
  }

  // Proxies

  @Test
  void proxy_ofTheSettings_isUsedForPlainHttp() throws Exception {
    service = RawService.start(token("t"));
    TokenEndpoint endpoint =
        endpoint(URI.create("http://tokens.invalid/sts"), PATIENCE, proxy(service), null);
    assertEquals("t", endpoint.post("k", attempt).body());
    assertTrue(service.requests().get(0).startsWith("POST http://tokens.invalid/sts HTTP/1.1"));
  }

  @Test
  void proxy_withATunnel_doesNotSeeTheKey() throws Exception {
    TestCertificate certificate = TestCertificate.of(folder, "localhost");
    service = RawService.start(certificate.forServer(), token("t"));
    try (RawService proxy = RawService.start(tunnelTo(service.port()))) {
      TokenEndpoint endpoint =
          endpoint(service.uri(PATH), PATIENCE, proxy(proxy), certificate.forClientThatTrustsIt());
      assertEquals("t", endpoint.post("sesame", attempt).body());
      assertTrue(proxy.requests().get(0).startsWith("CONNECT localhost:" + service.port()));
      assertFalse(proxy.requests().get(0).contains("sesame"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 407})
  void proxy_thatRefusesATunnel_isToldFromTheService(int status) throws Exception {
    service = RawService.start(answer(status, "{\"statusCode\":" + status + "}"));
    TokenEndpoint endpoint =
        endpoint(URI.create("https://tokens.invalid/sts"), PATIENCE, proxy(service), null);
    NoAnswerException e = assertFault(Fault.PROXY_REFUSED, endpoint);
    assertEquals("the proxy answered HTTP " + status, e.detail());
    assertEquals(1, service.requests().size());
  }

  @Test
  void proxy_thatCannotReachTheService_isToldFromTheService() throws Exception {
    service = RawService.start(answer(503, ""));
    assertFault(
        Fault.HOST_UNREACHABLE,
        endpoint(URI.create("https://tokens.invalid/"), PATIENCE, proxy(service), null));
  }

  @Test
  void proxy_ofTheJvm_isUsedExceptForTheHostsThatItLeavesOut() throws Exception {
    service = RawService.start(token("by proxy"));
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", Integer.toString(service.port()));
    System.setProperty("http.nonProxyHosts", "*.left-out.invalid");
    try {
      URI through = URI.create("http://tokens.invalid/");
      assertEquals("by proxy", endpoint(through, PATIENCE).post("k", attempt).body());
      URI directly = URI.create("http://a.left-out.invalid/");
      assertFault(Fault.HOST_NOT_FOUND, endpoint(directly, PATIENCE));
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
      System.clearProperty("http.nonProxyHosts");
    }
  }

  private static Behaviour tunnelTo(int port) {
    return (socket, raw) -> {
      try (Socket target = new Socket("127.0.0.1", port)) {
        send("HTTP/1.1 200 Connection established\r\n\r\n").accept(socket, raw);
        Thread back = new Thread(() -> pump(target, socket));
        back.setDaemon(true);
        back.start();
        pump(socket, target);
        back.join();
      }
    };
  }

  private static void pump(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
      to.shutdownOutput();
    } catch (IOException e) {
      // One side has gone.
    }
  }

  private TokenAnswer post(Behaviour behaviour) throws Exception {
    if (service != null) {
      service.close();
    }
    service = RawService.start(behaviour);
    return endpoint(service.uri(PATH), PATIENCE).post("sesame", attempt);
  }

  private void assertFault(Fault fault, Behaviour behaviour) {
    NoAnswerException e = assertThrows(NoAnswerException.class, () -> post(behaviour));
    assertEquals(fault, e.fault(), e.detail());
  }

  private NoAnswerException assertFault(Fault fault, TokenEndpoint endpoint) {
    NoAnswerException e =
        assertThrows(NoAnswerException.class, () -> endpoint.post("sesame", attempt));
    assertEquals(fault, e.fault(), e.detail());
    assertNull(e.getCause());
    return e;
  }

  private @Nullable Fault fault(TokenEndpoint endpoint) {
    try {
      endpoint.post("k", attempt);
      return null;
    } catch (NoAnswerException e) {
      return e.fault();
    }
  }

  private RawService started() {
    return java.util.Objects.requireNonNull(service);
  }

  private static ProxyAddress proxy(RawService service) {
    return new ProxyAddress("127.0.0.1", service.port());
  }

  private static TokenEndpoint endpoint(URI uri, Duration answerTimeout) {
    return endpoint(uri, answerTimeout, null, null);
  }

  private static TokenEndpoint endpoint(
      URI uri, Duration answerTimeout, @Nullable ProxyAddress proxy, @Nullable SSLContext tls) {
    return new TokenEndpoint(
        uri, new TokenEndpoint.Way(Duration.ofSeconds(5), answerTimeout, proxy, tls));
  }
}
