package org.speechservlet.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How large the button and its words are in applications that set the size of {@code rem}. A target
 * has 24 CSS pixels at least (WCAG 2.2, 2.5.8).
 */
@ParameterizedClass
@EnumSource
final class SizeBrowserIT extends BrowserScenario {

  private DictatedField note;

  SizeBrowserIT(BrowserKind kind) {
    super(kind);
  }

  @BeforeEach
  void open() throws Exception {
    browser.open(ScriptedSite.of(resources).site().uri());
    note = new DictatedField(browser, "note");
  }

  @ParameterizedTest
  @CsvSource({"10px, 32, 14", "16px, 32, 14", "20px, 40, 17.5"})
  void button_withThisRoot_isAtLeastAsLargeAsUsual(String root, double button, double text) {
    browser.evaluate("(document.documentElement.style.fontSize = '%s')".formatted(root));

    note.awaitSize(button);
    assertAtLeast(text, ".message");
    assertAtLeast(text * 13 / 14, ".details");
  }

  @ParameterizedTest
  @CsvSource({"10px, 1rem, 24", "10px, 3rem, 30", "20px, 20px, 24"})
  void button_withASizeOfThePage_isNeverTooSmallToHit(String root, String size, double button) {
    browser.evaluate(
        "(document.documentElement.style.cssText = 'font-size: %s; --dictation-size: %s')"
            .formatted(root, size));

    note.awaitSize(button);
  }

  private void assertAtLeast(double expected, String part) {
    JsonArray sizes =
        browser
            .evaluate(
                "[Number.parseFloat(getComputedStyle(find('#button-of-note >>> %s')).fontSize)]"
                    .formatted(part))
            .asJsonArray();
    double size = sizes.getJsonNumber(0).doubleValue();
    assertTrue(size >= expected - 0.01, () -> "%s: %s px".formatted(part, size));
  }
}
