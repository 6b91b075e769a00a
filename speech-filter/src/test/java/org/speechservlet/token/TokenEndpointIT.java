package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.speechservlet.config.ProxyAddress;
import org.speechservlet.token.NoAnswerException.Fault;

/** One exchange with a token service that does whatever services and networks do. */
@Timeout(30)
final class TokenEndpointIT {
  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final CompletableFuture<Void> attempt = new CompletableFuture<>();
  private final TokenPeer peer = start();

  private static TokenPeer start() {
    try {
      return new TokenPeer(TokenPeer.giving("a.b.c"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void closePeer() {
    peer.close();
  }

  private TokenAnswer post() throws NoAnswerException {
    return post(peer.uri(), PATIENT);
  }

  private TokenAnswer post(URI uri, Duration answerTimeout) throws NoAnswerException {
    return new TokenEndpoint(uri, new TokenEndpoint.Way(PATIENT, answerTimeout, null, null))
        .post("the-key", attempt);
  }

  private Fault fault(URI uri, Duration answerTimeout) {
    return assertThrows(NoAnswerException.class, () -> post(uri, answerTimeout)).fault();
  }

  private Fault faultWhen(TokenPeer.Manner manner) {
    peer.behave(manner);
    return fault(peer.uri(), PATIENT);
  }

  @Test
  void request_onTheWire_isAnEmptyPostWithTheKey() throws Exception {
    assertEquals("a.b.c", post().body());
    String head = peer.heads().get(0);
    assertTrue(head.startsWith("POST /sts/v1.0/issueToken HTTP/1.1\r\n"), head);
    assertTrue(head.contains("\r\nOcp-Apim-Subscription-Key: the-key\r\n"), head);
    assertTrue(head.contains("\r\nContent-Length: 0\r\n"), head);
    String lower = head.toLowerCase(Locale.ROOT);
    assertFalse(lower.contains("expect:") || lower.contains("upgrade"), head);
    assertFalse(lower.contains("transfer-encoding"), head);
  }

  @Test
  void answer_withAnyStatus_isGivenWithItsFields() throws Exception {
    peer.behave(
        TokenPeer.answering(
            503, "Retry-After: 7\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n", "down"));
    TokenAnswer answer = post();
    assertEquals(503, answer.status());
    assertEquals("7", answer.retryAfter());
    assertEquals("Sun, 06 Nov 1994 08:49:37 GMT", answer.date());
    assertEquals("down", answer.body());
    assertEquals(1, peer.heads().size());
  }

  @Test
  void unauthorized_withAChallenge_isNotRepeated() throws Exception {
    peer.behave(TokenPeer.answering(401, "WWW-Authenticate: Basic realm=\"x\"\r\n", ""));
    assertEquals(401, post().status());
    assertEquals(1, peer.heads().size());
  }

  @Test
  void redirect_toAnotherPlace_isNotFollowed() throws Exception {
    peer.behave(TokenPeer.answering(307, "Location: " + peer.uri() + "/other\r\n", ""));
    TokenAnswer answer = post();
    assertEquals(307, answer.status());
    assertEquals(peer.uri() + "/other", answer.location());
    assertEquals(1, peer.heads().size());
  }

  @Test
  void body_withoutALength_endsWithTheConnection() throws Exception {
    peer.behave((head, socket) -> TokenPeer.write(socket, "HTTP/1.1 200 OK\r\n\r\na.b.c"));
    assertEquals("a.b.c", post().body());
  }

  @Test
  void body_inChunks_isPutTogether() throws Exception {
    peer.behave(
        (head, socket) ->
            TokenPeer.write(
                socket,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na.b\r\n2\r\n.c\r\n0\r\n\r\n"));
    assertEquals("a.b.c", post().body());
  }

  @Test
  void garbage_insteadOfHttp_isToldSo() {
    assertEquals(
        Fault.NOT_HTTP,
        faultWhen((head, socket) -> TokenPeer.write(socket, "\0\1\2 what?\r\n\r\n")));
  }

  @Test
  void connection_closedWithoutAnAnswer_isLost() {
    assertEquals(Fault.CONNECTION_LOST, faultWhen((head, socket) -> socket.close()));
  }

  @Test
  void connection_thatIsReset_isLost() {
    assertEquals(
        Fault.CONNECTION_LOST,
        faultWhen(
            (head, socket) -> {
              socket.setSoLinger(true, 0);
              socket.close();
            }));
  }

  @Test
  void body_cutShort_isLost() {
    assertEquals(
        Fault.CONNECTION_LOST,
        faultWhen(
            (head, socket) ->
                TokenPeer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\na.b")));
  }

  @Test
  void service_thatIsSilent_isGivenUp() {
    peer.behave(peer.silence());
    assertEquals(Fault.ANSWER_TIMEOUT, fault(peer.uri(), SHORT));
  }

  @Test
  void service_thatStallsInItsBody_isGivenUp() {
    TokenPeer.Manner silence = peer.silence();
    peer.behave(
        (head, socket) -> {
          TokenPeer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\na.b");
          silence.serve(head, socket);
        });
    assertEquals(Fault.ANSWER_TIMEOUT, fault(peer.uri(), SHORT));
  }

  @Test
  void body_withoutEnd_isCutAtItsBound() throws Exception {
    TokenPeer.Manner flood =
        (head, socket) -> {
          TokenPeer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
          while (true) {
            TokenPeer.write(socket, "x".repeat(8 * 1024));
          }
        };
    assertEquals(Fault.TOO_LARGE, faultWhen(flood));
  }

  @Test
  void body_thatClaimsToBeHuge_isCutAtItsBound() {
    assertEquals(
        Fault.TOO_LARGE,
        faultWhen(
            (head, socket) ->
                TokenPeer.write(
                    socket,
                    "HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n"
                        + "x".repeat(TokenEndpoint.MAX_BODY_BYTES + 1))));
  }

  @Test
  void header_withoutEnd_isCutAtItsBound() {
    assertEquals(
        Fault.TOO_LARGE,
        faultWhen(
            (head, socket) ->
                TokenPeer.write(socket, "HTTP/1.1 200 OK\r\nX: " + "x".repeat(64 * 1024))));
  }

  @Test
  void port_whereNobodyListens_refuses() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertEquals(
        Fault.CONNECTION_REFUSED, fault(URI.create("http://127.0.0.1:" + port + "/"), PATIENT));
  }

  @Test
  void host_thatDoesNotExist_isNotFound() {
    assertEquals(Fault.HOST_NOT_FOUND, fault(URI.create("http://nowhere.invalid/"), PATIENT));
  }

  @Test
  void https_whereTheOtherSideSpeaksNoTls_fails() throws Exception {
    try (ServerSocket noTls = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Fault> fault =
          CompletableFuture.supplyAsync(
              () -> fault(URI.create("https://127.0.0.1:" + noTls.getLocalPort()), PATIENT));
      try (Socket socket = noTls.accept()) {
        TokenPeer.write(socket, TokenPeer.response(400, "", "plain HTTP"));
        assertEquals(Fault.TLS_FAILED, fault.join());
      }
    }
  }

  @Test
  void https_withACertificateThatNobodyTrusts_failsBeforeTheKeyIsSent(@TempDir Path folder)
      throws Exception {
    SSLContext untrusted = selfSigned(folder.resolve("peer.p12"));
    try (ServerSocket tls =
        untrusted
            .getServerSocketFactory()
            .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Fault> fault =
          CompletableFuture.supplyAsync(
              () -> fault(URI.create("https://127.0.0.1:" + tls.getLocalPort()), PATIENT));
      try (Socket socket = tls.accept()) {
        assertThrows(IOException.class, () -> socket.getInputStream().read());
        assertEquals(Fault.TLS_FAILED, fault.join());
      }
    }
  }

  private static SSLContext selfSigned(Path file) throws Exception {
    String password = "changeit";
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "peer",
                "-keyalg",
                "EC",
                "-dname",
                "CN=token peer",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                password)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, keytool.waitFor());
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(file.toFile(), password.toCharArray()), password.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void proxy_thatRefusesTheTunnel_isToldFromTheService() {
    peer.behave(TokenPeer.answering(403, "", "no tunnels"));
    ProxyAddress proxy = new ProxyAddress("127.0.0.1", peer.uri().getPort());
    TokenEndpoint endpoint =
        new TokenEndpoint(
            URI.create("https://token.invalid/"),
            new TokenEndpoint.Way(PATIENT, PATIENT, proxy, null));
    NoAnswerException failed =
        assertThrows(NoAnswerException.class, () -> endpoint.post("the-key", attempt));
    assertEquals(Fault.PROXY_REFUSED, failed.fault());
    assertTrue(peer.heads().get(0).startsWith("CONNECT token.invalid:443 "), peer.heads().get(0));
    assertFalse(peer.heads().get(0).contains("the-key"), "the key went to the proxy");
  }

  @Test
  void attempt_thatIsCancelled_cutsTheConnection() throws Exception {
    TokenPeer.Manner silence = peer.silence();
    CompletableFuture<Void> isThere = new CompletableFuture<>();
    peer.behave(
        (head, socket) -> {
          isThere.complete(null);
          silence.serve(head, socket);
        });
    CompletableFuture<Fault> fault =
        CompletableFuture.supplyAsync(() -> fault(peer.uri(), PATIENT));
    isThere.join();
    attempt.cancel(true);
    assertEquals(Fault.CONNECTION_LOST, fault.join());
    assertTrue(peer.wasCut());
  }

  @Test
  void attempt_thatWasCancelledBefore_sendsNothing() {
    attempt.cancel(true);
    assertThrows(NoAnswerException.class, this::post);
    assertEquals(0, peer.heads().size());
  }
}
