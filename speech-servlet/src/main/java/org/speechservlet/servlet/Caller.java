package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.speechservlet.config.SpeechSettings;

/**
 * Who asks: who has logged in, else whoever has the session, else whoever is at the address.
 *
 * @param name of who has logged in; null if nobody has
 * @param key tells this user from others, in limits that several nodes may share; a hash, so that
 *     no session can be taken over by who reads it; empty if nobody is limited
 */
record Caller(@Nullable String name, String address, String key) {

  static Caller of(HttpServletRequest request, SpeechSettings settings) {
    Principal principal = request.getUserPrincipal();
    String name = principal == null ? null : principal.getName();
    String address = ClientAddress.of(request, settings.access().trustedProxies());
    // Some containers keep sessions on another machine: they are asked for only where it matters.
    String key = settings.userLimits().limitsAnything() ? key(request, name, address) : "";
    return new Caller(name, address, key);
  }

  private static String key(HttpServletRequest request, @Nullable String name, String address) {
    if (name != null) {
      return "user-" + hash(name);
    }
    HttpSession session = request.getSession(false);
    return session != null
        ? "session-" + hash(session.getId())
        : "address-" + hash(ClientAddress.network(address));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
