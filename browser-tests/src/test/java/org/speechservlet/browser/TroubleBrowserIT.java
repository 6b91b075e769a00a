package org.speechservlet.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.speechservlet.browser.site.ScriptedEngine;
import org.speechservlet.browser.site.Site;
import org.speechservlet.local.answer.KnownAnswers;
import org.speechservlet.local.fault.Action;
import org.speechservlet.local.fault.Fault;
import org.speechservlet.local.fault.Moment;
import org.speechservlet.local.fault.Target;

/** What somebody reads, and can do, when the speech service is out of order. */
@ParameterizedClass
@EnumSource
final class TroubleBrowserIT extends BrowserScenario {

  private final ScriptedEngine engine = new ScriptedEngine();
  private Site site;

  TroubleBrowserIT(BrowserKind kind) {
    super(kind);
  }

  @BeforeEach
  void start() throws Exception {
    site =
        Site.start(
            engine,
            Fault.on(Target.TOKEN, Moment.START, new Action.Respond(KnownAnswers.withStatus(503))));
    engine.hear("she can walk");
  }

  @AfterEach
  void stop() {
    if (site != null) {
      site.close();
    }
  }

  @Test
  void tokenServiceDown_keepsWhatWasSaidUntilItIsUpAgain() {
    browser.open(site.uri());
    DictatedField note = new DictatedField(browser, "note");
    note.option("silence-timeout", "3");

    note.dictate(Speech.phrases("walk"));
    note.awaitState("problem");
    assertTrue(note.alert().startsWith("The speech service cannot be used now."), note.alert());
    assertEquals("", note.text());

    site.faults().clear();
    // The server asks for a token again when its own time for that has come.
    note.chooseUntil("Try again", "She can walk.");
    note.finish();
    assertEquals("", note.alert());
  }
}
