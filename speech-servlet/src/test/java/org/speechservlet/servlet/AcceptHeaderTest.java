package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptHeaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-|false",
        "*/*|false",
        "text/plain|true",
        "TEXT/PLAIN|true",
        "text/plain, */*|true",
        "text/html, text/plain;q=0.5|true",
        "application/json|false",
        "application/json, text/plain|true",
        "application/json, text/plain;q=0.9|false",
        "application/json;q=0.1, text/plain;q=0.2|true",
        "text/plain;q=0|false",
        "text/plain;q=nonsense|false",
        "text/*|false",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|false"
      })
  void prefersText_whenItIsNamedAndNotLessWelcomeThanJson(String accept, boolean text) {
    assertEquals(text, AcceptHeader.prefersText(accept));
  }
}
