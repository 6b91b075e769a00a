package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredFieldTest {
  private static @Nullable Boolean bool(String value) {
    return StructuredField.bool(FakeRequest.withHeaders(Map.of("F", value)), "F");
  }

  private static OptionalLong integer(String value) {
    return StructuredField.nonNegativeInteger(FakeRequest.withHeaders(Map.of("F", value)), "F");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "?0|false",
        "?1|true",
        "# ?1 #|true",
        "?1;a|true",
        "?0; a=?1;b=\"x\\\" \";c=1.5;d=tok/en;e=:AAE=:;f=@1;g=%\"a%c3\"|false"
      })
  void bool_thatIsOne_isRead(String value, boolean expected) {
    assertEquals(expected, bool(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "?", "?2", "1", "true", "?1 ?0", "?1, ?1", "?1\n?1", "?1;", "?1;A", "?1;a=", "(?1)",
        "?1;a=\"", "\t?1"
      })
  void bool_otherwise_isNotThere(String value) {
    assertNull(bool(value));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "-0,0", "007,7", "999999999999999,999999999999999", "5;x=1,5"})
  void integer_thatIsNotNegative_isRead(String value, long expected) {
    assertEquals(OptionalLong.of(expected), integer(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "+1",
        "1.0",
        "1e3",
        "0x1",
        "9999999999999999",
        "1 2",
        "1\n1",
        "?1",
        "\"1\"",
        "١"
      })
  void integer_otherwise_isNotThere(String value) {
    assertEquals(OptionalLong.empty(), integer(value));
  }

  @Test
  void field_thatIsNotThere_isNotThere() {
    assertNull(StructuredField.bool(FakeRequest.withHeaders(Map.of()), "F"));
  }
}
