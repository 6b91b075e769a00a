package org.speechservlet.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/** A certificate that nobody knows but who is told, made by the JDK's keytool. */
public final class TestCertificate {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final KeyStore keys;

  /**
   * @param alternativeName what it is for, such as {@code ip:127.0.0.1}
   */
  public TestCertificate(Path folder, String alternativeName)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve("peer.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "peer",
                "-keyalg",
                "EC",
                "-dname",
                "CN=scripted peer",
                "-ext",
                "SAN=" + alternativeName,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes(), Charset.defaultCharset());
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool failed: " + output);
    }
    keys = KeyStore.getInstance("PKCS12");
    try (InputStream stored = Files.newInputStream(file)) {
      keys.load(stored, PASSWORD);
    }
  }

  /** For the one who has it. */
  public SSLContext owner() throws GeneralSecurityException {
    return SSLContexts.custom().loadKeyMaterial(keys, PASSWORD).build();
  }

  /** For one who trusts it, and some others. */
  public SSLContext trusting(TestCertificate... others)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("0", keys.getCertificate("peer"));
    for (TestCertificate other : others) {
      trusted.setCertificateEntry(
          Integer.toString(trusted.size()), other.keys.getCertificate("peer"));
    }
    return SSLContexts.custom().loadTrustMaterial(trusted, null).build();
  }
}
