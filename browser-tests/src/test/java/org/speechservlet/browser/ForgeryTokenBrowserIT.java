package org.speechservlet.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.browser.site.Site;

/** Pages of an application in which Spring Security refuses what has no token of the session. */
@ParameterizedClass
@EnumSource
final class ForgeryTokenBrowserIT extends BrowserScenario {

  private Site site;

  ForgeryTokenBrowserIT(BrowserKind kind) {
    super(kind);
  }

  @BeforeEach
  void start() throws Exception {
    ScriptedSite scripted = ScriptedSite.of(resources);
    site = scripted.site();
    scripted.engine().hear("she can walk", "she can run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"metas.html", "form.html", "said.html"})
  void pageWithTheToken_dictates(String page) {
    browser.open(site.officePage(page));
    DictatedField notes = new DictatedField(browser, "notes");

    notes.dictate(Speech.phrases("walk", "walk"));

    notes.awaitText("She can walk. She can run.");
    notes.finish();
  }

  @Test
  void pageWithoutToken_isRefusedAndSaysSo() {
    browser.open(site.officePage("none.html"));
    DictatedField notes = new DictatedField(browser, "notes");

    notes.dictate(Speech.phrases("walk"));

    notes.awaitState("problem");
    assertTrue(notes.message().startsWith("You may not use dictation here."), notes.message());
  }

  @Test
  void tryItPage_dictatesAndSendsARecording() {
    browser.open(site.officeTryItPage());
    DictatedField spoken = new DictatedField(browser, "spoken");
    spoken.dictate(Speech.phrases("walk"));
    spoken.awaitText("She can walk.");
    spoken.finish();

    browser.evaluate(
        """
        await (async () => {
          const recording = await (await fetch('../samples/claim.wav')).blob();
          const files = new DataTransfer();
          files.items.add(new File([recording], 'claim.wav', {type: 'audio/wav'}));
          find('#audio').files = files.files;
          return null;
        })()""");
    browser.click("#recording button");

    browser.await(
        "find('#answer')?.textContent.includes('She can run.')", "document.body.innerText");
  }
}
