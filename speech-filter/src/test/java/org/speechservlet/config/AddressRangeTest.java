package org.speechservlet.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1, true",
    "10.0.0.1, 10.0.0.2, false",
    "10.0.0.0/8, 10.255.1.2, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "192.168.4.0/22, 192.168.7.255, true",
    "192.168.4.0/22, 192.168.8.0, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "::1, ::1, true",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "10.0.0.0/8, ::ffff:10.1.2.3, true"
  })
  void range_holdsTheAddressesThatBeginWithItsBits(String range, String address, boolean held)
      throws InvalidValueException {
    InetAddress read = AddressRange.address(address);
    assertNotNull(read);
    assertEquals(held, AddressRange.parse(range).contains(read));
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, is no IP address or range",
    "10.0.0, is no IP address or range",
    "10.0.0.256, is no IP address or range",
    "10.0.0.0.1, is no IP address or range",
    "10.0.0.0/33, is no prefix length from 0 to 32",
    "10.0.0.0/, is no prefix length from 0 to 32",
    "::/129, is no prefix length from 0 to 128",
    "10.0.0.1/8, the address has bits behind its prefix of 8; is another length meant?"
  })
  void range_thatIsNone_isRefusedWithReason(String text, String reason) {
    String message =
        assertThrows(InvalidValueException.class, () -> AddressRange.parse(text)).getMessage();
    assertTrue(String.valueOf(message).endsWith(reason), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc.de", "beef", "", " ", "1.2.3.4:80", "[::1]", "unknown", "_x:y"})
  void address_thatIsNone_isNotLookedUp(String text) {
    assertNull(AddressRange.address(text));
  }
}
