package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.speechservlet.config.SpeechSettings;

class CallerTest {
  private static final Map<String, String> ADDRESS =
      Map.of(FakeRequest.REMOTE_ADDRESS, "192.0.2.1");

  private static SpeechSettings settings(Map<String, String> limits) {
    Map<String, String> all = new HashMap<>(limits);
    all.put("speech.auth", "none");
    all.put("speech.recognition-uri", "http://127.0.0.1:1/");
    return SpeechSettings.of(all);
  }

  @Test
  void caller_whereNobodyIsLimited_isNotAskedForASession() {
    // The request has none to ask for.
    Caller caller = Caller.of(FakeRequest.of(null, ADDRESS), settings(Map.of()));

    assertEquals("", caller.key());
    assertEquals("192.0.2.1", caller.address());
    SpeechSettings limited = settings(Map.of("speech.user.max-concurrent", "2"));
    assertThrows(
        UnsupportedOperationException.class,
        () -> Caller.of(FakeRequest.of(null, ADDRESS), limited));
  }

  @Test
  void key_ofALogin_isTheSameForTheSameNameAndDoesNotShowIt() {
    SpeechSettings limited = settings(Map.of("speech.user.audio-per-day", "PT1H"));
    String ann = Caller.of(FakeRequest.of("ann", ADDRESS), limited).key();

    assertEquals(ann, Caller.of(FakeRequest.of("ann", ADDRESS), limited).key());
    assertNotEquals(ann, Caller.of(FakeRequest.of("bob", ADDRESS), limited).key());
    assertTrue(ann.startsWith("user-"), ann);
    assertFalse(ann.contains("ann"), ann);
  }
}
