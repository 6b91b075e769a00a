package org.speechservlet.upstream;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What the Speech API is told of a recognition in the query of its URI.
 *
 * @param language a BCP 47 tag such as {@code en-US}
 * @param format {@code simple} or {@code detailed}
 * @param profanity {@code masked}, {@code removed} or {@code raw}
 */
public record RecognitionQuery(String language, String format, String profanity) {

  /**
   * Returns the URI of one recognition.
   *
   * @param recognitionUri the configured one; a query of its own stays in front
   * @param connectionId 32 hexadecimal digits
   */
  public URI applyTo(URI recognitionUri, String connectionId) {
    String separator = recognitionUri.getRawQuery() == null ? "?" : "&";
    return URI.create(
        recognitionUri
            + separator
            + "language="
            + URLEncoder.encode(language, StandardCharsets.UTF_8)
            + "&format="
            + format
            + "&profanity="
            + profanity
            + "&X-ConnectionId="
            + connectionId);
  }
}
