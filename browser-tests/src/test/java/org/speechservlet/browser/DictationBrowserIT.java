package org.speechservlet.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.browser.site.ScriptedEngine;
import org.speechservlet.browser.site.Site;
import org.speechservlet.local.fault.Action;
import org.speechservlet.local.fault.Fault;
import org.speechservlet.local.fault.Moment;
import org.speechservlet.local.fault.Target;

/** Dictating into the fields of the portal. What the recognizer hears is scripted. */
@ParameterizedClass
@EnumSource
final class DictationBrowserIT extends BrowserScenario {

  private Site site;
  private ScriptedEngine engine;

  DictationBrowserIT(BrowserKind kind) {
    super(kind);
  }

  @BeforeEach
  void open() throws Exception {
    ScriptedSite scripted = ScriptedSite.of(resources);
    site = scripted.site();
    engine = scripted.engine();
    browser.open(site.uri());
  }

  @AfterEach
  void clearFaults() {
    if (site != null) {
      site.faults().clear();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"search", "customer", "note", "reply"})
  void field_ofEachKind_takesThePhrase(String id) {
    engine.hear("she can walk without help");
    DictatedField field = new DictatedField(browser, id);

    field.dictate(Speech.phrases("walk"));

    browser.await(
        "/^She can walk without help/.test((({value, innerText}) => value ?? innerText)(find('#%s')))"
            .formatted(id),
        "find('#button-of-%s').shadowRoot.textContent".formatted(id));
    field.finish();
  }

  @Test
  void undo_afterTwoPhrases_takesBackOneEachTime() {
    engine.hear("she can walk", "she can run");
    DictatedField note = new DictatedField(browser, "note");
    note.enter();
    note.dictate(Speech.phrases("walk", "walk"));
    note.awaitText("She can walk. She can run.");
    note.finish();

    browser.press(Keys.CONTROL, "z");
    note.awaitText("She can walk.");
    browser.press(Keys.CONTROL, "z");
    note.awaitText("");
  }

  @Test
  void phrases_ofWhichTheFirstIsAnsweredLate_standInTheOrderInWhichTheyWereSpoken() {
    engine.hear("first", "second");
    site.faults()
        .add(
            Fault.on(
                    Target.RECOGNITION,
                    Moment.BEFORE_ANSWER,
                    new Action.Stall(Duration.ofSeconds(6)))
                .times(1));
    DictatedField note = new DictatedField(browser, "note");

    note.dictate(Speech.phrases("walk", "doctor"));

    note.awaitText("First. Second.");
    note.finish();
  }

  @Test
  void text_inWhichTheCaretStands_takesThePhraseThere() {
    engine.hear("with her bag");
    DictatedField note = new DictatedField(browser, "note");
    note.enter();
    "She came home".chars().forEach(key -> browser.press(Character.toString(key)));
    browser.evaluate("find('#note').setSelectionRange(8, 8)");

    note.dictate(Speech.phrases("walk"));

    browser.await(
        "/^She came with her bag\\.? home$/.test(find('#note').value)", "find('#note').value");
    note.finish();
  }

  @Test
  void keyboard_alone_dictates() {
    engine.hear("she can walk");
    DictatedField note = new DictatedField(browser, "note");
    browser.microphone().prepare(Speech.phrases("walk"));
    browser.evaluate("find('#note').focus()");

    browser.press(Keys.TAB);
    browser.press(Keys.SPACE);
    note.awaitState("listening");
    browser.microphone().speak();
    note.awaitText("She can walk.");
    browser.evaluate("find('#button-of-note').focus()");
    browser.press(Keys.ENTER);
    note.awaitState("idle");

    browser.await("document.activeElement.id === 'note'", "document.activeElement.outerHTML");
  }

  @Test
  void shortcut_inTheField_beginsAndEndsADictation() {
    engine.hear("she can walk");
    DictatedField note = new DictatedField(browser, "note");
    browser.microphone().prepare(Speech.phrases("walk"));
    note.enter();

    browser.press(Keys.ALT, Keys.SHIFT, "D");
    note.awaitState("listening");
    browser.microphone().speak();
    note.awaitText("She can walk.");
    browser.press(Keys.ALT, Keys.SHIFT, "D");

    note.awaitState("idle");
  }

  @Test
  void escape_whileListening_discardsTheDictation() {
    engine.hear("she can walk");
    DictatedField note = new DictatedField(browser, "note");
    note.enter();
    note.dictate(Speech.phrases("walk", "walk"));

    browser.press(Keys.ESCAPE);

    note.awaitState("idle");
    note.awaitSaid("Dictation cancelled.");
    assertEquals("", note.text());
  }

  @Test
  void lowBandwidth_sendsCompressedAudio() {
    engine.hear("she can walk");
    browser.evaluate(
        """
        ((original) => {
          window.sentTypes = [];
          window.fetch = (address, options) => {
            sentTypes.push(new Headers(options?.headers).get('Content-Type'));
            return original(address, options);
          };
        })(fetch)""");
    DictatedField note = new DictatedField(browser, "note");
    note.option("low-bandwidth", "");

    note.dictate(Speech.phrases("walk"));

    note.awaitText("She can walk.");
    note.finish();
    browser.await("sentTypes.some((type) => /^audio\\/webm/.test(type))", "sentTypes");
  }

  @Test
  void strictestPolicy_isNotViolated() {
    engine.hear("she can walk");
    browser.open(site.uri().resolve("strict.html"));
    DictatedField memo = new DictatedField(browser, "memo");

    memo.dictate(Speech.phrases("walk"));

    memo.awaitText("She can walk.");
    memo.finish();
    browser.await(
        "find('#violations').textContent === 'nothing'", "find('#violations').textContent");
  }

  @Test
  void tryItPage_dictates() {
    engine.hear("she can walk");
    browser.open(site.uri().resolve("speech/"));
    DictatedField spoken = new DictatedField(browser, "spoken");

    spoken.dictate(Speech.phrases("walk"));

    spoken.awaitText("She can walk.");
    spoken.finish();
  }
}
