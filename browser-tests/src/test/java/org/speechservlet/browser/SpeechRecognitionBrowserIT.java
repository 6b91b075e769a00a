package org.speechservlet.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a page gets that was written for the Web Speech API. */
@ParameterizedClass
@EnumSource
final class SpeechRecognitionBrowserIT extends BrowserScenario {

  SpeechRecognitionBrowserIT(BrowserKind kind) {
    super(kind);
  }

  @Test
  void recognition_ofOnePhrase_tellsItsEventsInOrder() throws Exception {
    ScriptedSite portal = ScriptedSite.of(resources);
    portal.engine().hear("she can walk");
    browser.open(portal.site().uri());
    browser.evaluate(
        """
        (async () => {
          const {installSpeechRecognition} = await import(new URL('speech/dictation.js', location.href).href);
          installSpeechRecognition();
          window.told = [];
          const recognition = new window.SpeechRecognition();
          for (const name of ['start', 'audiostart', 'speechstart', 'speechend', 'result', 'error', 'end']) {
            recognition.addEventListener(name, ({results, error}) =>
              told.push([name, results?.[0][0].transcript, error].filter(Boolean).join(' ')));
          }
          document.addEventListener('keydown', () => recognition.start(), {once: true});
          return null;
        })()""");

    browser.microphone().prepare(Speech.phrases("walk"));
    browser.press("x");
    browser.await("told.includes('audiostart')", "told");
    browser.microphone().speak();

    browser.await(
        "told.join() === 'start,audiostart,speechstart,speechend,result She can walk.,end'",
        "told");
  }
}
