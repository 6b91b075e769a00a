package org.speechservlet.token;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an error answer says. The token service has two shapes: {@code {"error": {"code",
 * "message"}}} and, from an older gateway, {@code {"statusCode", "message"}}; the speech hosts have
 * {@code {"Message"}}; whatever stands between may send plain text, a page, or nothing.
 *
 * @param code the error's code, such as {@code AuthenticationTypeDisabled}; empty if there is none
 * @param message the message, or the whole body if it has no known shape
 * @param isPage whether it is an HTML page, which the service itself does not send
 */
record ErrorBody(String code, String message, boolean isPage) {

  static ErrorBody of(String body) {
    String text = body.strip();
    if (text.startsWith("<")) {
      return new ErrorBody("", text, true);
    }
    JsonFields fields = JsonFields.of(text);
    JsonFields error = fields.in("error");
    String code = first(error.text("code"), fields.text("statusCode"), fields.text("code"));
    String message = first(error.text("message"), fields.text("message"), fields.text("Message"));
    return new ErrorBody(code, message.isEmpty() ? text : message, false);
  }

  private static String first(@Nullable String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null) {
        return candidate;
      }
    }
    return "";
  }

  /** Whether code or message has one of these words, in any case. */
  boolean mentions(String... words) {
    String all = (code + " " + message).toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (all.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** The message, fit for a log, as a sentence of its own; empty if there is none. */
  String sentence() {
    String quote = Quote.of(message);
    return quote.isEmpty() ? "" : " It says: " + quote + ".";
  }
}
