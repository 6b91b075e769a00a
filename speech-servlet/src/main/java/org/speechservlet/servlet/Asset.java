package org.speechservlet.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that lies beside this class, with a strong entity tag (RFC 9110, section 8.8.3). */
final class Asset {
  private static final int HASH_BYTES = 16;

  private final String contentType;
  private final byte[] content;
  private final String entityTag;

  Asset(String contentType, byte[] content) {
    this.contentType = contentType;
    this.content = content.clone();
    this.entityTag = '"' + hash(content) + '"';
  }

  static Asset load(String name, String contentType) {
    return new Asset(contentType, read(name));
  }

  static byte[] read(String name) {
    try (InputStream file = Asset.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing from the JAR");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String contentType() {
    return contentType;
  }

  byte[] content() {
    return content.clone();
  }

  /** Made of the content alone, and so the same on every node of a cluster. */
  String entityTag() {
    return entityTag;
  }

  /** The first half of a SHA-256, in hexadecimal digits. */
  static String hash(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
