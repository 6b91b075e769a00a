package org.speechservlet.audio;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Content-Type} field (RFC 9110, section 8.3), read tolerantly.
 *
 * @param type type and subtype in lower case, such as {@code audio/wav}
 * @param parameters by their names in lower case; values as they came, without quotes
 */
public record ContentType(String type, Map<String, String> parameters) {

  /** What RFC 9110 lets a recipient assume of content without a type: nothing is known. */
  public static final ContentType UNKNOWN = new ContentType("application/octet-stream", Map.of());

  public ContentType {
    type = type.toLowerCase(Locale.ROOT);
    parameters = Map.copyOf(parameters);
  }

  /** Reads a field's value; a missing or unreadable one gives {@link #UNKNOWN}. */
  public static ContentType parse(@Nullable String field) {
    return field == null ? UNKNOWN : new ContentType(field.split(";", 2)[0].strip(), Map.of());
  }

  /** The value of a parameter. */
  public Optional<String> parameter(String lowerCaseName) {
    return Optional.ofNullable(parameters.get(lowerCaseName));
  }
}
