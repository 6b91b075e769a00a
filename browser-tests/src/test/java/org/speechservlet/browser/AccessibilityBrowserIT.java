package org.speechservlet.browser;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.browser.site.Site;
import org.speechservlet.local.answer.KnownAnswers;
import org.speechservlet.local.fault.Action;
import org.speechservlet.local.fault.Fault;
import org.speechservlet.local.fault.Moment;
import org.speechservlet.local.fault.Target;

/** axe-core, with all its rules, finds nothing in any page and in any state of the button. */
@ParameterizedClass
@MethodSource("cases")
final class AccessibilityBrowserIT extends BrowserScenario {

  private Site site;

  AccessibilityBrowserIT(BrowserKind kind, ColorScheme scheme) {
    super(kind, MicrophoneAccess.GRANTED, scheme);
  }

  static Stream<Arguments> cases() {
    return Stream.of(BrowserKind.values())
        .flatMap(kind -> Stream.of(ColorScheme.values()).map(scheme -> Arguments.of(kind, scheme)));
  }

  @BeforeEach
  void start() throws Exception {
    ScriptedSite scripted = ScriptedSite.of(resources);
    site = scripted.site();
    scripted.engine().hear("she can walk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "strict.html", "speech/"})
  void page_idle_hasNoViolation(String page) throws IOException {
    browser.open(site.uri().resolve(page));
    browser.await("document.querySelector('dictation-button')", "document.title");

    Axe.assertNoViolation(browser);
  }

  @Test
  void button_whileListeningAndOnceItHasInserted_hasNoViolation() throws IOException {
    browser.open(site.uri());
    DictatedField note = new DictatedField(browser, "note");
    note.dictate(Speech.phrases("walk"));
    Axe.assertNoViolation(browser);

    note.awaitText("She can walk.");
    Axe.assertNoViolation(browser);
    note.finish();
  }

  @Test
  void button_withAProblem_hasNoViolation() throws IOException {
    site.faults()
        .add(
            Fault.on(
                    Target.RECOGNITION,
                    Moment.START,
                    new Action.Respond(KnownAnswers.withStatus(400)))
                .times(1));
    browser.open(site.uri());
    DictatedField note = new DictatedField(browser, "note");
    note.option("silence-timeout", "3");
    note.dictate(Speech.phrases("walk"));
    note.awaitState("problem");

    Axe.assertNoViolation(browser);
  }
}
