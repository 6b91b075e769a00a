package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Timeout;

/** What else a browser says of its request: lines with Accept, Origin, and Host. */
class RequestFieldsFuzzTest {
  private static final String ALLOWED = "https://portal.example.org";

  @Timeout(20)
  @FuzzTest
  void fields_ofAnyText_areJudgedWithoutFailing(byte[] bytes) {
    String[] lines = (new String(bytes, StandardCharsets.ISO_8859_1) + "\n\n").split("\n", -1);
    if (AcceptHeader.prefersText(lines[0])) {
      assertTrue(lines[0].toLowerCase(Locale.ROOT).contains("text/plain"), lines[0]);
    }
    checkOrigin(lines[1], lines[2]);
  }

  private static void checkOrigin(String origin, String host) {
    CrossSitePolicy policy = new CrossSitePolicy(Set.of(ALLOWED));
    HttpServletRequest request = FakeRequest.withHeaders(Map.of("Origin", origin, "Host", host));
    boolean isPermitted = policy.permits(request);
    if (isPermitted && !origin.equals(ALLOWED)) {
      String name =
          host.replaceAll("[/?#].*$", "").replaceAll("^.*@|:[0-9]*$", "").toLowerCase(Locale.ROOT);
      assertFalse(name.isEmpty());
      assertTrue(origin.toLowerCase(Locale.ROOT).contains("//"), origin);
      assertTrue(origin.toLowerCase(Locale.ROOT).contains(name), origin + " at " + host);
    }
    HttpServletRequest told =
        FakeRequest.withHeaders(
            Map.of("Origin", origin, "Host", host, "Sec-Fetch-Site", "cross-site"));
    assertEquals(origin.equals(ALLOWED), policy.permits(told));
  }
}
