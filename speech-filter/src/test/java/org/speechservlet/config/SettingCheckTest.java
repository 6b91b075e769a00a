package org.speechservlet.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One setting, checked before it is written into a descriptor. */
final class SettingCheckTest {

  @Test
  void problem_ofGoodValue_isEmpty() {
    assertEquals(Optional.empty(), SettingCheck.problem("speech.region", "westeurope"));
    assertEquals(Optional.empty(), SettingCheck.problem("speech.token.renew-after", " PT5M "));
  }

  @Test
  void problem_ofUnknownName_namesTheNearest() {
    assertEquals(
        Optional.of(
            "speech.regoin is not a setting; the nearest one there is called speech.region"),
        SettingCheck.problem("speech.regoin", "westeurope"));
  }

  @Test
  void problem_ofBadValue_namesValueAndWhatIsAllowed() {
    String problem = SettingCheck.problem("speech.max-concurrent", "many").orElseThrow();
    assertEquals(
        "speech.max-concurrent = many must be a whole number from 1 to 1000000: this is not a"
            + " whole number",
        problem);
  }

  @Test
  void problem_ofBadSecret_hidesIt() {
    String problem = SettingCheck.problem("speech.key", "two words").orElseThrow();
    assertFalse(problem.contains("two words"), problem);
  }

  @Test
  void isSecret_isTrueOfTheTwoKeysAlone() {
    assertTrue(SettingCheck.isSecret("speech.key"));
    assertTrue(SettingCheck.isSecret("speech.secondary-key"));
    assertFalse(SettingCheck.isSecret("speech.key-file"));
    assertFalse(SettingCheck.isSecret("speech.nonsense"));
  }
}
