package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Timeout;

/** Tokens, whatever they are; and what is within a JWT. */
class TokenLifeFuzzTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Timeout(20)
  @FuzzTest
  void token_ofAnyText_livesNoLongerThanIsDocumented(byte[] bytes) {
    check(new String(bytes, StandardCharsets.ISO_8859_1));
    check("e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + ".c2ln");
  }

  private static void check(String token) {
    TokenLife life = TokenLife.of(token, null, NOW);
    assertFalse(life.duration().isNegative() || life.duration().isZero());
    assertTrue(life.duration().compareTo(TokenLife.DOCUMENTED) <= 0);
    if (life.isExpIgnored()) {
      assertEquals(TokenLife.DOCUMENTED, life.duration());
    }
    assertEquals(life, TokenLife.of(token, NOW, NOW.minus(Duration.ofDays(9))));
  }
}
