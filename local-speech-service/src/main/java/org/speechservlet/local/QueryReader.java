package org.speechservlet.local;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.util.Fields;
import org.speechservlet.local.answer.Answer;
import org.speechservlet.local.answer.KnownAnswers;

/**
 * Reads a recognition's query. Parameters that nobody here knows are passed over: clients send many
 * of them.
 */
final class QueryReader {

  /** The tag for no language in particular. */
  private static final String UNDETERMINED = "und";

  private final Fields query;
  private final SpeechEngine engine;

  QueryReader(Fields query, SpeechEngine engine) {
    this.query = query;
    this.engine = engine;
  }

  /**
   * What is asked for on the path of this mode.
   *
   * @throws RefusedException with the answer for the first parameter that is wrong
   */
  RecognitionParameters read(RecognitionMode mode) throws RefusedException {
    checkNoneIsRepeated();
    return new RecognitionParameters(
        mode,
        language(),
        choice("format", "simple", "simple", "detailed").equals("detailed"),
        profanity(),
        choice("wordLevelTimestamps", "false", "false", "true").equals("true"));
  }

  private void checkNoneIsRepeated() throws RefusedException {
    for (Fields.Field field : query) {
      if (field.hasMultipleValues()) {
        throw new RefusedException(
            "repeated query parameter",
            KnownAnswers.badParameter("A query parameter is given more than once"));
      }
    }
  }

  private String language() throws RefusedException {
    String tag = canonical(value("language").orElse(""));
    if (!engine.supports(tag)) {
      throw new RefusedException(
          "language " + tag + " is not known", KnownAnswers.invalidLanguage());
    }
    if (!value("cid").orElse("").isEmpty()) {
      throw new RefusedException("no custom models", KnownAnswers.invalidLanguage());
    }
    return tag;
  }

  private static String canonical(String languageTag) {
    try {
      return new Locale.Builder().setLanguageTag(languageTag).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      return UNDETERMINED;
    }
  }

  private Profanity profanity() throws RefusedException {
    return switch (choice("profanity", "masked", "masked", "removed", "remove", "raw")) {
      case "raw" -> Profanity.RAW;
      case "masked" -> Profanity.MASKED;
      default -> Profanity.REMOVED;
    };
  }

  private String choice(String name, String whenAbsent, String... allowed) throws RefusedException {
    String value = value(name).orElse(whenAbsent).toLowerCase(Locale.ROOT);
    for (String candidate : allowed) {
      if (candidate.equals(value)) {
        return value;
      }
    }
    Answer answer =
        KnownAnswers.badParameter(
            "The query parameter " + name + " is none of " + String.join(", ", allowed));
    throw new RefusedException("unknown " + name, answer);
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(query.getValue(name));
  }
}
