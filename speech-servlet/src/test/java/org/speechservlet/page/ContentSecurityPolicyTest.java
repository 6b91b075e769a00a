package org.speechservlet.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentSecurityPolicyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "script-src 'nonce-a+/9=' | a+/9=",
        "default-src 'self' 'nonce-a' | a",
        "default-src 'nonce-a'; Script-Src 'self' 'nonce-b' | b",
        "script-src 'nonce-a'; script-src-elem 'nonce-b' | b",
        "script-src 'nonce-a'; script-src 'nonce-b' | a",
        "img-src 'self', script-src 'nonce-c' | c",
      })
  void nonce_ofTheDirectiveThatCounts_isFound(String field, String nonce) {
    assertEquals(nonce, policy(field).nonce());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "script-src 'self'",
        "style-src 'nonce-a'",
        "default-src 'nonce-a'; script-src 'self'"
      })
  void nonce_whereScriptsHaveNone_isNone(String field) {
    assertNull(policy(field).nonce());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "img-src 'none'",
        "default-src 'self'",
        "default-src *",
        "default-src https:",
        "default-src 'none'; script-src 'nonce-a' 'strict-dynamic'; connect-src 'self'",
        "default-src 'none'; script-src https://here.example; connect-src https://here.example",
        "script-src 'self' 'unsafe-inline'",
      })
  void objections_toAPolicyThatMayPermit_areNone(String field) {
    assertEquals(List.of(), policy(field).objections());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "script-src",
        "script-src 'none'",
        "script-src 'sha256-x' 'unsafe-inline'",
        "script-src 'self' 'strict-dynamic'",
        "default-src 'none'; connect-src 'self'",
      })
  void objection_toAPolicyThatLetsNoScriptRun_saysWhatToAdd(String field) {
    List<String> objections = policy(field).objections();

    assertEquals(1, objections.size(), objections::toString);
    assertTrue(objections.get(0).contains("script-src lets no script"), objections::toString);
    assertTrue(objections.get(0).contains("add 'self'"), objections::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"script-src 'nonce-a'", "default-src 'nonce-a'; connect-src *"})
  void objection_toAPolicyWithANonceOnly_saysWhatToAdd(String field) {
    List<String> objections = policy(field).objections();

    assertEquals(1, objections.size(), objections::toString);
    assertTrue(objections.get(0).contains("audio thread"), objections::toString);
    assertTrue(objections.get(0).endsWith("add 'self'"), objections::toString);
  }

  @Test
  void objection_ofTheSecondPolicy_countsAsWell() {
    ContentSecurityPolicy both =
        ContentSecurityPolicy.of(List.of("script-src 'nonce-a'", "script-src 'nonce-b'"));

    assertEquals("a", both.nonce());
    assertEquals(1, both.objections().size());
  }

  @Test
  void objection_toAPolicyThatLetsNothingBeSent_saysWhatToAdd() {
    List<String> objections = policy("default-src 'none'; script-src 'self'").objections();

    assertEquals(1, objections.size(), objections::toString);
    assertTrue(objections.get(0).contains("connect-src lets no audio"), objections::toString);
  }

  private static ContentSecurityPolicy policy(String field) {
    return ContentSecurityPolicy.of(List.of(field));
  }
}
