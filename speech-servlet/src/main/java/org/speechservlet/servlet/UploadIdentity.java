package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The name of an upload resource, and to whom it belongs: to who was logged in when it was created
 * and, whether or not somebody was, to who knows its token. Immutable. Neither name nor token is
 * for a log; the request id is.
 *
 * <p>A token in a header field and not a cookie: no other site's page can make a browser send it,
 * pages of allowed origins can, and two dictations in one browser do not get into each other's way.
 */
final class UploadIdentity {
  private static final int RANDOM_BYTES = 18;

  private final String requestId;
  private final String name;
  private final String token;
  private final @Nullable String principal;

  private UploadIdentity(String requestId, String name, String token, @Nullable String principal) {
    this.requestId = requestId;
    this.name = name;
    this.token = token;
    this.principal = principal;
  }

  /**
   * A new one that nobody can guess.
   *
   * @param route what the name begins with, up to a dot; none if it is empty
   * @param random a cryptographically strong one
   */
  static UploadIdentity create(
      String requestId, HttpServletRequest request, String route, RandomGenerator random) {
    return new UploadIdentity(
        requestId,
        route.isEmpty() ? word(random) : route + "." + word(random),
        word(random),
        principal(request));
  }

  private static String word(RandomGenerator random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static @Nullable String principal(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    return principal == null ? null : principal.getName();
  }

  /** The id under which the recognition is logged: that of the request that created it. */
  String requestId() {
    return requestId;
  }

  String name() {
    return name;
  }

  String token() {
    return token;
  }

  /**
   * Whether the request comes from the owner. A login is enough, if there was one; a token that is
   * sent must be right all the same.
   */
  boolean admits(HttpServletRequest request) {
    String given = request.getHeader(UploadFields.TOKEN);
    if (principal == null) {
      return given != null && isToken(given);
    }
    return principal.equals(principal(request)) && (given == null || isToken(given));
  }

  private boolean isToken(String given) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "upload of " + requestId;
  }
}
