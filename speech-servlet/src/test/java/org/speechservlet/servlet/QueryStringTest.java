package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked // each test starts what it needs
class QueryStringTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "&", "&&"})
  void parse_ofNothing_isEmpty(String query) throws Exception {
    assertEquals(Map.of(), QueryString.parse(query));
  }

  @Test
  void parse_decodesNamesAndValues() throws Exception {
    assertEquals(
        Map.of("language", "en US", "a=b", "ü", "flag", ""),
        QueryString.parse("language=en+US&a%3Db=%C3%BC&flag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1&a=2", "a=1&%61=1", "a&a"})
  void parse_ofARepeatedName_isRefused(String query) {
    InvalidParameterException refusal =
        assertThrows(InvalidParameterException.class, () -> QueryString.parse(query));

    assertTrue(refusal.getMessage().contains("'a'"), refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=1"})
  void parse_ofABrokenEncoding_isRefused(String query) {
    assertThrows(InvalidParameterException.class, () -> QueryString.parse(query));
  }

  @Test
  void shown_isShortAndHarmless() {
    assertEquals("'a?b?'", QueryString.shown("a\nb\u202e"));
    assertEquals(45, QueryString.shown("x".repeat(5000)).length());
  }
}
