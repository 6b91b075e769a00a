package org.speechservlet.audio;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Content-Type} field (RFC 9110, section 8.3), read as tolerantly as clients demand: with
 * spaces anywhere, in any case, values with or without quotes, and such values as {@code
 * codecs=audio/pcm}, whose slash is not legal without quotes.
 *
 * @param type type and subtype in lower case, such as {@code audio/wav}
 * @param parameters by their names in lower case; values as they came, without quotes
 */
public record ContentType(String type, Map<String, String> parameters) {

  /** What RFC 9110 lets a recipient assume of content without a type: nothing is known. */
  public static final ContentType UNKNOWN = new ContentType("application/octet-stream", Map.of());

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9a-z-]+";
  private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN);

  public ContentType {
    type = type.toLowerCase(Locale.ROOT);
    parameters = Map.copyOf(parameters);
  }

  /** Reads a field's value; a missing or unreadable one gives {@link #UNKNOWN}. */
  public static ContentType parse(@Nullable String field) {
    if (field == null) {
      return UNKNOWN;
    }
    ParameterizedValue value = ParameterizedValue.parse(field);
    String type = value.value().toLowerCase(Locale.ROOT);
    return TYPE.matcher(type).matches() ? new ContentType(type, value.parameters()) : UNKNOWN;
  }

  /** The value of a parameter; its name in lower case. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }
}
