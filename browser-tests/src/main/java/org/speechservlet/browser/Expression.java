package org.speechservlet.browser;

/** JavaScript that is sent to a page. */
public final class Expression {

  private Expression() {}

  /**
   * An expression whose value is a promise of the given one's value as JSON, with {@code null} for
   * what JSON cannot tell. In it, {@code find(path)} goes through open shadow roots, each {@code
   * >>>} into one.
   */
  public static String asJson(String expression) {
    return """
        (async () => {
          const find = (path) => path.split(' >>> ').reduce((within, selector) => {
            const found = (within.shadowRoot ?? within).querySelector(selector);
            if (!found) {
              throw new Error(`nothing at ${path}`);
            }
            return found;
          }, document);
          return JSON.stringify(await (%s)) ?? 'null';
        })()"""
        .formatted(expression);
  }
}
