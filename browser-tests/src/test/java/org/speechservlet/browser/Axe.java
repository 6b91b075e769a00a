package org.speechservlet.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** axe-core, with all its rules. */
final class Axe {
  private Axe() {}

  /** It finds nothing in the page that is open, as it is now. */
  static void assertNoViolation(Browser browser) throws IOException {
    browser.evaluate("(() => {%s; return null;})()".formatted(script()));
    JsonValue violations =
        browser.evaluate(
            """
            (await axe.run(document, {resultTypes: ['violations']})).violations.flatMap(
              ({id, help, nodes}) => nodes.map(({target, failureSummary}) => ({id, help, target, failureSummary})))""");
    assertEquals(JsonValue.EMPTY_JSON_ARRAY, violations, violations::toString);
  }

  private static String script() throws IOException {
    try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          Objects.requireNonNull(script, "axe-core").readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
