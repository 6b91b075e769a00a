package org.speechservlet.servlet;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.speechservlet.config.RecognitionSettings;
import org.speechservlet.upstream.RecognitionQuery;

/**
 * What a request asks for in its query, with the defaults filled in.
 *
 * @param language a BCP 47 tag such as {@code en-US}
 * @param format {@code simple} or {@code detailed}
 * @param profanity {@code masked}, {@code removed} or {@code raw}
 */
record RecognitionParameters(String language, String format, String profanity) {
  private static final Set<String> NAMES = Set.of("language", "format", "profanity");
  private static final Set<String> FORMATS = Set.of("simple", "detailed");
  private static final Set<String> PROFANITIES = Set.of("masked", "removed", "raw");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}");

  /**
   * Reads a request's query.
   *
   * @throws InvalidParameterException naming what is wrong and what is allowed
   */
  static RecognitionParameters parse(@Nullable String query, RecognitionSettings settings)
      throws InvalidParameterException {
    Map<String, String> given = QueryString.parse(query);
    for (String name : given.keySet()) {
      if (!NAMES.contains(name)) {
        throw new InvalidParameterException(
            "The query parameter "
                + QueryString.shown(name)
                + " is unknown; there are language, format and profanity.");
      }
    }
    return new RecognitionParameters(
        language(given.getOrDefault("language", settings.language()), settings),
        oneOf("format", given.getOrDefault("format", "simple"), FORMATS, "simple or detailed"),
        oneOf(
            "profanity",
            given.getOrDefault("profanity", settings.profanity().parameterValue()),
            PROFANITIES,
            "masked, removed or raw"));
  }

  private static String language(String tag, RecognitionSettings settings)
      throws InvalidParameterException {
    if (!LANGUAGE.matcher(tag).matches()) {
      throw new InvalidParameterException(
          "language must be a tag such as en-US, not " + QueryString.shown(tag) + ".");
    }
    if (!settings.allowsLanguage(tag)) {
      throw new InvalidParameterException(
          "language "
              + QueryString.shown(tag)
              + " is not among those that are served here: "
              + String.join(", ", settings.languages().stream().sorted().toList())
              + ".");
    }
    return tag;
  }

  private static String oneOf(String name, String value, Set<String> allowed, String words)
      throws InvalidParameterException {
    if (!allowed.contains(value)) {
      throw new InvalidParameterException(
          name + " must be " + words + ", not " + QueryString.shown(value) + ".");
    }
    return value;
  }

  /** The recognition URI for this request. */
  URI applyTo(URI recognitionUri, String connectionId) {
    return new RecognitionQuery(language, format, profanity).applyTo(recognitionUri, connectionId);
  }
}
