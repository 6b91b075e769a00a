package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.speechservlet.config.AddressRange;
import org.speechservlet.config.SpeechSettings;

class ClientAddressTest {
  private static final List<AddressRange> PROXIES =
      SpeechSettings.of(
              Map.of(
                  "speech.auth",
                  "none",
                  "speech.recognition-uri",
                  "http://127.0.0.1:1/",
                  "speech.trusted-proxies",
                  "10.0.0.0/8, fd00::/8"))
          .access()
          .trustedProxies();

  private static HttpServletRequest request(String remote, String forwardedFor) {
    return FakeRequest.of(
        null, Map.of("X-Forwarded-For", forwardedFor, FakeRequest.REMOTE_ADDRESS, remote));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.7 | 192.0.2.1            | 192.0.2.7",
        "10.0.0.1  | 192.0.2.1            | 192.0.2.1",
        "10.0.0.1  | 192.0.2.1, 10.0.0.2  | 192.0.2.1",
        "10.0.0.1  | 192.0.2.9, 192.0.2.1 | 192.0.2.1",
        "10.0.0.1  | 192.0.2.1:4711       | 192.0.2.1",
        "10.0.0.1  | [2001:db8::1]:4711   | 2001:db8:0:0:0:0:0:1",
        "10.0.0.1  | unknown              | 10.0.0.1",
        "10.0.0.1  | 192.0.2.1, evil      | 10.0.0.1",
        "10.0.0.1  | 10.0.0.3             | 10.0.0.3",
        "[fd00::1] | 192.0.2.1            | 192.0.2.1",
        "fd00::1   | 192.0.2.1            | 192.0.2.1"
      })
  void address_isTheLastThatIsBelieved(String remote, String forwardedFor, String address) {
    assertEquals(address, ClientAddress.of(request(remote, forwardedFor), PROXIES));
  }

  @Test
  void address_inSeveralLines_isReadFromTheEnd() {
    assertEquals(
        "192.0.2.1",
        ClientAddress.of(request("10.0.0.1", "192.0.2.9\n192.0.2.1, 10.0.0.2"), PROXIES));
  }

  @Test
  void network_ofIpv6_isThatOfAllWhoseFirst64BitsAreTheSame() {
    assertEquals(
        ClientAddress.network("2001:db8:1:2::1"), ClientAddress.network("2001:db8:1:2:ffff::9"));
    assertNotEquals(
        ClientAddress.network("2001:db8:1:2::1"), ClientAddress.network("2001:db8:1:3::1"));
    assertEquals("192.0.2.1", ClientAddress.network("192.0.2.1"));
  }
}
