package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that the servlet itself serves: the page to try dictation, and what it needs.
 *
 * <p>Each has a strong entity tag made of its content (RFC 9110, section 8.8.3) and is asked for
 * again each time, so that an update of the application never meets an old script. Thread-safe.
 */
final class AssetResource {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'";

  /** A file that lies beside this class. */
  private static final class Asset {
    final String contentType;
    final byte[] content;
    final String entityTag;

    Asset(String contentType, byte[] content, String entityTag) {
      this.contentType = contentType;
      this.content = content;
      this.entityTag = entityTag;
    }
  }

  private final Map<String, Asset> assets;

  AssetResource() {
    assets =
        Map.of(
            "/", load("try-it.html", "text/html;charset=UTF-8"),
            "/try-it.css", load("try-it.css", "text/css;charset=UTF-8"));
  }

  boolean has(String path) {
    return assets.containsKey(path);
  }

  void handle(String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Asset asset = assets.get(path);
    if (asset == null) {
      throw new IllegalArgumentException("no asset at " + path);
    }
    response.setHeader("ETag", asset.entityTag);
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", POLICY);
    if (matches(request.getHeader("If-None-Match"), asset.entityTag)) {
      response.setStatus(304);
      return;
    }
    response.setContentType(asset.contentType);
    response.setContentLength(asset.content.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(asset.content);
    }
  }

  /** RFC 9110, section 13.1.2: weak comparison with each tag of the list. */
  private static boolean matches(@Nullable String ifNoneMatch, String entityTag) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String tag : ifNoneMatch.split(",", -1)) {
      String bare = tag.strip();
      if (bare.equals("*") || bare.equals(entityTag) || bare.equals("W/" + entityTag)) {
        return true;
      }
    }
    return false;
  }

  private static Asset load(String name, String contentType) {
    try (InputStream file = AssetResource.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing from the JAR");
      }
      byte[] content = file.readAllBytes();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return new Asset(contentType, content, '"' + HexFormat.of().formatHex(hash, 0, 16) + '"');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
