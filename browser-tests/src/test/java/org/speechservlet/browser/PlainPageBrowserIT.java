package org.speechservlet.browser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.browser.site.ScriptedEngine;
import org.speechservlet.browser.site.Site;

/** Pages without a word of dictation, into which the filter puts the button. */
@ParameterizedClass
@EnumSource
final class PlainPageBrowserIT extends BrowserScenario {

  /** The fields that have a button. */
  private static final String DICTATED =
      "[...document.querySelectorAll('dictation-button')].map(({field}) => field?.id).join()";

  private Site site;
  private ScriptedEngine engine;

  PlainPageBrowserIT(BrowserKind kind) {
    super(kind);
  }

  @BeforeEach
  void start() throws Exception {
    ScriptedSite scripted = ScriptedSite.of(resources);
    site = scripted.site();
    engine = scripted.engine();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.html", "no-head.html"})
  void fieldThatTheFilterNames_takesThePhrase(String page) {
    engine.hear("she can walk without help");
    browser.open(site.deskPage(page, ""));
    DictatedField notes = new DictatedField(browser, "notes");

    notes.dictate(Speech.phrases("walk"));

    notes.awaitText("She can walk without help.");
    notes.finish();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "default-src 'none'; script-src 'nonce-r4nd0m' 'strict-dynamic'; connect-src 'self'",
        "default-src 'none'; script-src 'self' 'nonce-r4nd0m'; connect-src 'self'; require-trusted-types-for 'script'",
      })
  void policyWithANonce_letsTheButtonWork(String policy) {
    engine.hear("she can walk");
    browser.open(site.deskPage("plain.html", policy));
    DictatedField notes = new DictatedField(browser, "notes");

    notes.dictate(Speech.phrases("walk"));

    notes.awaitText("She can walk.");
    notes.finish();
  }

  @Test
  void fields_thatAreSecretOrExcludedOrNotNamed_haveNoButton() {
    browser.open(site.deskPage("plain.html", ""));
    new DictatedField(browser, "notes");

    browser.await(DICTATED + " === 'notes'", DICTATED);
  }

  @Test
  void fieldThatComesToBeNamedLater_hasItsButtonForAsLong() {
    browser.open(site.deskPage("plain.html", ""));
    new DictatedField(browser, "notes");

    browser.evaluate("find('#other').className = 'case-note'");
    browser.await(DICTATED + " === 'notes,other'", DICTATED);
    browser.evaluate("find('#other').className = ''");
    browser.await(DICTATED + " === 'notes'", DICTATED);
    browser.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<textarea id=added class=case-note></textarea>')");
    browser.await(DICTATED + " === 'notes,added'", DICTATED);
  }

  @Test
  void namedField_thatThePageExcludesLater_staysExcluded() {
    browser.open(site.deskPage("plain.html", ""));
    new DictatedField(browser, "notes");

    browser.evaluate("find('#notes').setAttribute('data-dictation', 'off')");
    browser.await(DICTATED + " === ''", DICTATED);
    browser.evaluate("(find('#notes').id = 'elsewhere')");

    browser.await("find('#elsewhere').dataset.dictation === 'off'", "document.body.innerHTML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"email", "password", "number"})
  void namedField_thatBecomesAnotherKind_losesItsButton(String type) {
    browser.open(site.deskPage("plain.html", ""));
    browser.evaluate("(find('#notes').outerHTML = '<input id=notes>', null)");
    browser.await(DICTATED + ".includes('notes')", DICTATED);

    browser.evaluate("(find('#notes').type = '%s')".formatted(type));

    browser.await("!" + DICTATED + ".includes('notes')", DICTATED);
  }

  @Test
  void pageThatLoadsTheScriptItself_hasOneButtonForEachField() {
    browser.open(site.deskPage("own-script.html", ""));
    new DictatedField(browser, "notes");
    new DictatedField(browser, "reply");

    browser.await(DICTATED + " === 'notes,reply'", DICTATED);
  }
}
