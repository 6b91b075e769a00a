package org.speechservlet.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.speechservlet.browser.network.Relay;
import org.speechservlet.browser.site.Site;
import org.speechservlet.local.EngineOptions;
import org.speechservlet.local.SpeechEngineProvider;

/** What is said stands in the field: with the real recognizer, over a network that may be cut. */
@ParameterizedClass
@EnumSource
final class WordsBrowserIT extends BrowserScenario {

  private Relay network;
  private DictatedField note;

  WordsBrowserIT(BrowserKind kind) {
    super(kind);
  }

  @BeforeEach
  void open() throws Exception {
    Site site = resources.get(WordsBrowserIT.class, Site.class, WordsBrowserIT::startSite);
    network = Relay.fast(site.uri());
    browser.open(network.uri());
    note = new DictatedField(browser, "note");
  }

  private static Site startSite() throws Exception {
    SpeechEngineProvider provider =
        ServiceLoader.load(SpeechEngineProvider.class).findFirst().orElseThrow();
    return Site.start(provider.create(new EngineOptions(List.of("en-US"), 1)));
  }

  @AfterEach
  void close() {
    if (network != null) {
      network.close();
    }
  }

  @Test
  void phrase_spokenAfterThePress_standsInTheField() {
    note.dictate(Speech.phrases("doctor"));

    note.awaitText("She was seen by the doctor last week.");
    note.finish();
  }

  @Test
  void phrase_inWhichTheNetworkIsCut_losesNoWord() {
    note.dictate(Speech.onePhrase("doctor", "medication", "patient"));
    browser.await(
        "performance.getEntriesByType('resource').some(({name}) => name.includes('/uploads/'))",
        "find('#button-of-note').getAttribute('state')");
    network.cut();
    note.awaitSaid("The connection was lost.");
    network.heal();

    browser.await("find('#note').value", "find('#button-of-note').shadowRoot.textContent");
    note.finish();
    String words = note.text().toLowerCase(Locale.ROOT);
    assertTrue(words.startsWith("she was seen by the doctor last week"), words);
    assertTrue(words.contains("no change in the medication"), words);
    assertTrue(words.endsWith("patient is resting comfortably today."), words);
  }
}
