package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossSitePolicyTest {
  private final CrossSitePolicy policy = new CrossSitePolicy(Set.of("https://intranet.example"));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // Sec-Fetch-Site, Origin, Host, permitted
        "-, -, portal.example, true",
        "same-origin, https://portal.example, portal.example, true",
        "none, -, portal.example, true",
        "same-site, https://other.portal.example, portal.example, false",
        "cross-site, https://evil.example, portal.example, false",
        "cross-site, https://intranet.example, portal.example, true",
        // A browser that says where a request comes from is believed more than a host name.
        "cross-site, https://portal.example, portal.example, false",
        "-, https://portal.example, portal.example, true",
        "-, https://PORTAL.example, portal.example, true",
        "-, https://portal.example, portal.example:443, true",
        "-, http://portal.example, portal.example:80, true",
        "-, http://portal.example:8080, portal.example:8080, true",
        "-, http://portal.example:8081, portal.example:8080, false",
        "-, https://evil.example, portal.example, false",
        "-, https://portal.example.evil.example, portal.example, false",
        "-, null, portal.example, false",
        "-, '', portal.example, false",
        "-, https://portal.example, -, false",
        "-, https://intranet.example, portal.example, true",
        "-, https://intranet.example:444, portal.example, false",
        "-, https://[::1]:8443, [::1]:8443, true",
        "-, not an origin, portal.example, false"
      })
  void permits_byFetchMetadataElseByOrigin(
      String site, String origin, String host, boolean permitted) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Sec-Fetch-Site", site);
    headers.put("Origin", origin);
    headers.put("Host", host);
    headers.values().removeIf(value -> value == null);

    assertEquals(permitted, policy.permits(FakeRequest.withHeaders(headers)));
  }
}
