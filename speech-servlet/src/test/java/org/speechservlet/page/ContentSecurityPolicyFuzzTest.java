package org.speechservlet.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/** Policies of others, a header field in each line: they cannot break out of what is put in. */
class ContentSecurityPolicyFuzzTest {
  private static final String VALUE = "\"(?:[ !#-%'-;=?-~]|&#[0-9]+;)*+\"";
  private static final String ELEMENTS =
      "<meta name=\"dictation-fields\" content="
          + VALUE
          + " /><script type=\"module\" src="
          + VALUE
          + "(?: nonce="
          + VALUE
          + ")?></script>";

  @Timeout(20)
  @FuzzTest
  void policy_ofAnyText_givesElementsThatAreTwo(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    ContentSecurityPolicy policy = ContentSecurityPolicy.of(List.of(text.split("\n", -1)));
    String nonce = policy.nonce();
    assertTrue(nonce == null || text.contains("'nonce-" + nonce + "'"), text);
    policy.objections().forEach(objection -> assertTrue(objection.startsWith("its ")));
    String markup = new ButtonElements(text).markup(text, nonce);
    assertTrue(markup.matches(ELEMENTS), markup);
  }
}
