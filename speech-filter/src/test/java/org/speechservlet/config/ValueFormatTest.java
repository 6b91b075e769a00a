package org.speechservlet.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueFormatTest {

  private static final ValueFormat<Duration> ONE_TO_NINE_SECONDS =
      NumberFormats.duration(Duration.ofSeconds(1), Duration.ofSeconds(9));
  private static final ValueFormat<Long> UP_TO_ONE_GIB = NumberFormats.bytes(1, NumberFormats.GIB);

  @ParameterizedTest
  @CsvSource({"PT1S,1000", "PT9S,9000", "PT1.5S,1500", "pt2s,2000", "PT0M5S,5000"})
  void duration_inRange_isRead(String text, long millis) throws InvalidValueException {
    assertEquals(Duration.ofMillis(millis), ONE_TO_NINE_SECONDS.read(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PT0.999S | this is out of the range",
        "PT9.001S | this is out of the range",
        "PT-1S    | this is out of the range",
        "6        | a number has no unit; for seconds write PT6S",
        "6s       | this is not in ISO 8601 form",
        "PT       | this is not in ISO 8601 form",
        "PT99999999999999999999S | this is not in ISO 8601 form"
      })
  void duration_otherwise_isRefusedWithReason(String text, String reason) {
    assertRefused(ONE_TO_NINE_SECONDS, text, reason);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "65536,65536", "1KiB,1024", "16 mib,16777216", "1GiB,1073741824"})
  void bytes_inRange_areRead(String text, long bytes) throws InvalidValueException {
    assertEquals(bytes, UP_TO_ONE_GIB.read(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0     | this is out of the range",
        "2GiB  | this is out of the range",
        "9999999999999999999GiB | this is out of the range",
        "99999999999999999999 | this is not a whole number with a unit",
        "1.5MiB | this is not a whole number with a unit",
        "-1    | this is not a whole number with a unit",
        "16MB  | the unit MB is none of KiB, MiB, GiB",
        "KiB   | this is not a whole number with a unit"
      })
  void bytes_otherwise_areRefusedWithReason(String text, String reason) {
    assertRefused(UP_TO_ONE_GIB, text, reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "node-1", "NODE_1", "0123456789abcdef0123456789abcdef"})
  void route_thatFitsIntoAPath_isRead(String text) throws InvalidValueException {
    assertEquals(text, TextFormats.route().read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"node.1", "node/1", "node 1", "0123456789abcdef0123456789abcdef0"})
  void route_otherwise_isRefused(String text) {
    assertRefused(TextFormats.route(), text, "this is not such a name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "1e2", "ten", "99999999999999999999"})
  void count_otherwise_isRefused(String text) {
    assertThrows(InvalidValueException.class, () -> NumberFormats.count(1, 100).read(text));
  }

  @Test
  void choice_ofAnyCase_isRead() throws InvalidValueException {
    assertEquals(Cloud.US_GOVERNMENT, TextFormats.choice(Cloud.class).read("US-Government"));
    assertEquals(true, TextFormats.flag().read("True"));
  }

  @Test
  void choice_ofUnknownWord_namesTheKnownOnes() {
    ValueFormat<Cloud> format = TextFormats.choice(Cloud.class);
    assertEquals("one of public, us-government, china", format.allowed());
    assertRefused(format, "germany", "this is none of them");
    assertRefused(TextFormats.flag(), "yes", "this is none of them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "West Europe   | write it as westeurope",
        "WESTUS        | write it as westus",
        "west-europe   | write it as westeurope",
        "westus.api    | this is not such a name",
        "1234          | this is not such a name",
        "abcdefghijklmnopqrstuvwxyz | this is not such a name"
      })
  void region_otherwise_isRefusedWithRemedy(String text, String reason) {
    assertRefused(TextFormats.region(), text, reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"en-US", "en-us", "de", "sr-Latn-RS", "zh-CN-sichuan", "ar-001", "wuu-CN"})
  void language_ofBcp47_isRead(String tag) throws InvalidValueException {
    assertEquals(tag, TextFormats.language().read(tag));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en_US", "english", "e", "en-", "en US", "en-US&x=1", "*"})
  void language_otherwise_isRefused(String tag) {
    assertThrows(InvalidValueException.class, () -> TextFormats.language().read(tag));
  }

  @Test
  void languages_withCommas_areASet() throws InvalidValueException {
    assertEquals(Set.of("en-US", "de-DE"), TextFormats.languages().read("en-US ,de-DE,en-US"));
    assertRefused(TextFormats.languages(), "en-US,,de-DE", "\"\" is not a tag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h",
        "http://127.0.0.1:8081/sts",
        "HTTPS://Host.example:1/x?y=z",
        "http://[::1]:9/"
      })
  void uri_ofHttp_isRead(String text) throws InvalidValueException {
    assertEquals(URI.create(text), AddressFormats.uri().read(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ftp://host/       | this does not start with http:// or https://",
        "host:8080/path    | this does not start with http:// or https://",
        "https:///path     | this has no valid host and port",
        "https://ho_st/    | this has no valid host and port",
        "https://h:70000/  | this has no valid host and port",
        "https://u:p@h/    | credentials do not belong into a URI",
        "https://h/#part   | this has a fragment",
        "https://h/a b     | Illegal character in path at character 12"
      })
  void uri_otherwise_isRefusedWithReason(String text, String reason) {
    assertRefused(AddressFormats.uri(), text, reason);
  }

  @Test
  void origins_asBrowsersWriteThem_areRead() throws InvalidValueException {
    assertEquals(
        Set.of("https://a.example", "http://localhost:8080", "http://[::1]:81"),
        AddressFormats.origins().read("https://a.example, http://localhost:8080, http://[::1]:81"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a.example/     | write \"https://a.example/\" as https://a.example",
        "https://A.example      | write \"https://A.example\" as https://a.example",
        "https://a.example:443  | write \"https://a.example:443\" as https://a.example",
        "http://a.example:80    | write \"http://a.example:80\" as http://a.example",
        "*                      | * would let any site in; name the sites",
        "null                   | null would let any site in; name the sites",
        "a.example              | this does not start with http:// or https://"
      })
  void origins_otherwise_areRefusedWithRemedy(String text, String reason) {
    assertRefused(AddressFormats.origins(), text, reason);
  }

  @Test
  void proxy_withHostAndPort_isRead() throws InvalidValueException {
    assertEquals(new ProxyAddress("proxy.example", 3128), proxy("proxy.example:3128"));
    assertEquals(new ProxyAddress("::1", 3128), proxy("[::1]:3128"));
  }

  private static ProxyAddress proxy(String text) throws InvalidValueException {
    return AddressFormats.proxy().read(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proxy                | this is not in that form",
        "proxy:               | this is not in that form",
        "user:secret@proxy:80 | this is not in that form",
        "http://proxy:80      | leave out the scheme",
        "proxy:0              | a port is a number from 1 to 65535",
        "proxy:65536          | a port is a number from 1 to 65535"
      })
  void proxy_otherwise_isRefusedWithReason(String text, String reason) {
    assertRefused(AddressFormats.proxy(), text, reason);
  }

  @Test
  void key_withSpaceInside_isRefusedWithoutBeingQuoted() {
    InvalidValueException refusal =
        assertThrows(InvalidValueException.class, () -> TextFormats.key().read("KEY1: abc"));
    assertTrue(String.valueOf(refusal.getMessage()).startsWith("this has white space"));
    assertThrows(InvalidValueException.class, () -> TextFormats.key().read("k".repeat(1025)));
  }

  private static void assertRefused(ValueFormat<?> format, String text, String reason) {
    InvalidValueException refusal =
        assertThrows(InvalidValueException.class, () -> format.read(text));
    assertEquals(reason, refusal.getMessage());
  }
}
