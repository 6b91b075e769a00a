package org.speechservlet.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.speechservlet.upstream.TestCertificate;

/**
 * The certificates that services show.
 *
 * @param right trusted, and for this host
 * @param unknown trusted by nobody
 * @param other trusted, and for another host
 * @param trust for the clients
 */
record Certificates(
    SSLSocketFactory right, SSLSocketFactory unknown, SSLSocketFactory other, SSLContext trust) {

  static Certificates make(Path folder) throws Exception {
    TestCertificate right = make(folder, "right", "ip:127.0.0.1");
    TestCertificate unknown = make(folder, "unknown", "ip:127.0.0.1");
    TestCertificate other = make(folder, "other", "dns:elsewhere.example");
    return new Certificates(
        right.owner().getSocketFactory(),
        unknown.owner().getSocketFactory(),
        other.owner().getSocketFactory(),
        right.trusting(other));
  }

  private static TestCertificate make(Path folder, String name, String host) throws Exception {
    return new TestCertificate(Files.createDirectory(folder.resolve(name)), host);
  }

  SSLSocketFactory of(Fault fault) {
    return switch (fault) {
      case UNKNOWN_CERTIFICATE -> unknown;
      case OTHER_CERTIFICATE -> other;
      default -> right;
    };
  }
}
