package org.speechservlet.audio;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A header field's value with parameters behind it: {@code value; name=value; name="quoted"} (RFC
 * 9110, section 5.6.6). Never fails: what is no parameter is passed over, and of two with one name
 * the first counts.
 *
 * @param value what stands before the first semicolon
 * @param parameters by their names in lower case; values without quotes
 */
record ParameterizedValue(String value, Map<String, String> parameters) {

  static ParameterizedValue parse(String field) {
    int semicolon = field.indexOf(';');
    String value = semicolon < 0 ? field : field.substring(0, semicolon);
    Map<String, String> parameters = new LinkedHashMap<>();
    int at = semicolon;
    while (at >= 0 && at < field.length()) {
      at = parseParameter(field, at + 1, parameters);
    }
    return new ParameterizedValue(value.strip(), parameters);
  }

  /** Reads one parameter; says where the semicolon behind it is, or the end. */
  private static int parseParameter(String field, int from, Map<String, String> parameters) {
    int end = endOfParameter(field, from);
    String parameter = field.substring(from, end);
    int equals = parameter.indexOf('=');
    if (equals > 0) {
      String name = parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      parameters.putIfAbsent(name, unquote(parameter.substring(equals + 1).strip()));
    }
    return end;
  }

  private static int endOfParameter(String field, int from) {
    boolean quoted = false;
    for (int at = from; at < field.length(); at++) {
      char c = field.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted) {
        at++;
      } else if (c == ';' && !quoted) {
        return at;
      }
    }
    return field.length();
  }

  private static String unquote(String text) {
    if (!text.startsWith("\"")) {
      return text;
    }
    int end = text.endsWith("\"") && text.length() > 1 ? text.length() - 1 : text.length();
    StringBuilder unquoted = new StringBuilder();
    for (int at = 1; at < end; at++) {
      if (text.charAt(at) == '\\' && at + 1 < end) {
        at++;
      }
      unquoted.append(text.charAt(at));
    }
    return unquoted.toString();
  }
}
