package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a browser is told of its upload. */
final class UploadAssertions {
  private UploadAssertions() {}

  static String field(FakeBrowser browser, String name) {
    return String.valueOf(browser.answer().headers().get(name));
  }

  static void assertAppended(FakeBrowser browser, int offset) {
    assertEquals(204, browser.answer().status(), browser.answer().body());
    assertEquals("?0", field(browser, "Upload-Complete"));
    assertEquals(Integer.toString(offset), field(browser, "Upload-Offset"));
    assertTrue(browser.completed);
  }

  static void assertProblem(FakeBrowser browser, int status, String type) {
    assertEquals(status, browser.answer().status());
    assertTrue(browser.answer().body().contains(type + "\""), browser.answer().body());
    assertTrue(browser.completed);
  }

  static void assertFinal(FakeBrowser browser, int status, String body) {
    assertEquals(status, browser.answer().status(), browser.answer().body());
    assertTrue(browser.answer().body().contains(body), browser.answer().body());
    assertEquals("?1", field(browser, "Upload-Complete"));
    assertTrue(browser.completed);
  }

  static void assertNothingLeft(UploadScene scene) {
    scene.timers.advance(KeptAnswers.RETENTION);
    assertNull(scene.defect);
    assertNull(scene.registry.find(scene.identity.name()));
    assertEquals(0, scene.registry.keptCount());
    assertEquals(0, scene.timers.pendingCount());
  }
}
