package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** The field Content-Type, and other values with parameters. */
class ContentTypeFuzzTest {
  @Timeout(20)
  @FuzzTest
  void contentType_anyText_isReadOrUnknown(byte[] bytes) {
    String field = new String(bytes, StandardCharsets.UTF_8);
    ParameterizedValue value = ParameterizedValue.parse(field);
    checkBounded(field, value);
    checkWrittenAnew(value);
    checkType(ContentType.parse(field));
  }

  private static void checkBounded(String field, ParameterizedValue value) {
    int length = value.value().length();
    for (Map.Entry<String, String> parameter : value.parameters().entrySet()) {
      String name = parameter.getKey();
      assertEquals(name.toLowerCase(Locale.ROOT).strip(), name);
      length += 2 + parameter.getValue().length(); // letters may grow when they become small
    }
    assertTrue(length <= 2 * field.length() + 2, "more was read than there is");
  }

  /** What was read is read again if it is written with quotes. */
  private static void checkWrittenAnew(ParameterizedValue value) {
    StringBuilder written = new StringBuilder(value.value());
    value
        .parameters()
        .forEach(
            (name, text) ->
                written
                    .append("; ")
                    .append(name)
                    .append("=\"")
                    .append(text.replaceAll("([\\\\\"])", "\\\\$1"))
                    .append('"'));
    boolean namesAreTokens =
        value.parameters().keySet().stream().noneMatch(name -> name.matches("(?s).*[\"\\\\].*"));
    if (namesAreTokens) {
      assertEquals(value, ParameterizedValue.parse(written.toString()));
    }
  }

  private static void checkType(ContentType type) {
    assertTrue(
        type.equals(ContentType.UNKNOWN) || type.type().matches("[!-~]+/[!-~]+"), type::type);
    UpstreamFormat.expectedFor(type);
    if (RawPcmType.isNamedBy(type)) {
      checkRawPcm(type);
    }
  }

  private static void checkRawPcm(ContentType type) {
    try {
      PcmFormat format = RawPcmType.of(type).format();
      assertTrue(format.rateHz() >= RatePlan.MIN_HZ && format.rateHz() <= RatePlan.MAX_HZ);
      assertTrue(format.channels() >= 1 && format.channels() <= PcmFormat.MAX_CHANNELS);
    } catch (AudioException e) {
      assertEquals(AudioException.Kind.UNSUPPORTED, e.kind());
    }
  }
}
