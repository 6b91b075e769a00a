package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.speechservlet.config.SpeechSettings;

/** The query of a request: whatever it holds, nothing but what is known goes upstream. */
class QueryStringFuzzTest {
  private static final SpeechSettings SETTINGS =
      SpeechSettings.of(Map.of("speech.region", "westeurope", "speech.key", "0123456789abcdef"));
  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final int MOST_MESSAGE_CHARS = 250;

  @Timeout(20)
  @FuzzTest
  void query_ofAnyText_isRefusedInASentenceOrGoesOnAsItIsKnown(byte[] bytes) {
    String query = new String(bytes, StandardCharsets.UTF_8);
    try {
      RecognitionParameters parameters = RecognitionParameters.parse(query, SETTINGS.recognition());
      checkUri(parameters, parameters.applyTo(SETTINGS.recognition().uri(), ID));
    } catch (InvalidParameterException e) {
      String message = String.valueOf(e.getMessage());
      assertTrue(message.length() <= MOST_MESSAGE_CHARS && message.endsWith("."), message);
      assertTrue(message.chars().allMatch(c -> c >= ' ' && c <= '~'), message);
    }
  }

  private static void checkUri(RecognitionParameters parameters, URI uri) {
    URI base = SETTINGS.recognition().uri();
    assertEquals(base.getRawAuthority(), uri.getRawAuthority());
    assertEquals(base.getRawPath(), uri.getRawPath());
    assertEquals(
        "language="
            + parameters.language()
            + "&format="
            + parameters.format()
            + "&profanity="
            + parameters.profanity()
            + "&X-ConnectionId="
            + ID,
        uri.getRawQuery());
    assertTrue(parameters.language().toLowerCase(Locale.ROOT).matches("[a-z0-9-]{2,40}"));
    assertTrue(Set.of("simple", "detailed").contains(parameters.format()));
    assertTrue(Set.of("masked", "removed", "raw").contains(parameters.profanity()));
  }
}
