package org.speechservlet.browser;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;

/**
 * A running browser with one page. What somebody does arrives as trusted input, as from hands.
 *
 * <p>Used by one thread. Every method that fails throws {@link BrowserException} with the browser's
 * own words.
 */
public interface Browser extends AutoCloseable {

  /** Longer than anything takes on a machine that is busy with other things as well. */
  Duration PATIENCE = Duration.ofSeconds(40);

  /** Which browser it is, with its version. */
  String name();

  /** What its pages hear. */
  Microphone microphone();

  /** Opens the address, and returns when the page and its modules have run. */
  void open(URI address);

  /**
   * The value of a JavaScript expression, which may {@code await}; as JSON. In it, {@code
   * find(path)} is the element at a path.
   */
  JsonValue evaluate(String expression);

  /**
   * Presses the keys together and lets them go in reverse order. A key is a character, or one of
   * {@link Keys}.
   */
  void press(String... keys);

  /** Presses the main mouse button at a point of the viewport, in CSS pixels. */
  void clickAt(int x, int y);

  /** What is seen, as PNG. */
  byte[] screenshot();

  /** Sets the viewport, in CSS pixels. */
  void resize(int width, int height);

  @Override
  void close();

  /** Clicks in the middle of the element at the path. */
  default void click(String path) {
    JsonObject middle =
        evaluate(
                """
                (() => {
                  const element = find('%s');
                  element.scrollIntoView({block: 'center'});
                  const {left, top, width, height} = element.getBoundingClientRect();
                  return {x: Math.round(left + width / 2), y: Math.round(top + height / 2)};
                })()"""
                    .formatted(path))
            .asJsonObject();
    clickAt(middle.getInt("x"), middle.getInt("y"));
  }

  /**
   * Waits in the page until the expression is true.
   *
   * @throws BrowserException when it is not within {@link #PATIENCE}; the message shows what {@code
   *     shown}, another expression, is then
   */
  default void await(String condition, String shown) {
    JsonValue outcome =
        evaluate(
            """
            await (async () => {
              const end = performance.now() + %d;
              while (performance.now() < end) {
                if (%s) {
                  return null;
                }
                await new Promise((resolve) => setTimeout(resolve, 20));
              }
              return String(%s);
            })()"""
                .formatted(PATIENCE.toMillis(), condition, shown));
    if (outcome != JsonValue.NULL) {
      throw new BrowserException(
          "%s: not within %s: %s; instead: %s".formatted(name(), PATIENCE, condition, outcome));
    }
  }
}
