package org.speechservlet.browser.latency;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.speechservlet.browser.Browser;
import org.speechservlet.browser.BrowserKind;
import org.speechservlet.browser.ColorScheme;
import org.speechservlet.browser.DictatedField;
import org.speechservlet.browser.MicrophoneAccess;
import org.speechservlet.browser.Speech;
import org.speechservlet.browser.network.Relay;
import org.speechservlet.browser.site.Site;
import org.speechservlet.local.EngineOptions;
import org.speechservlet.local.SpeechEngineProvider;

/**
 * Measures, from the last spoken sample to the text in the field, how long one waits: with audio
 * that leaves while one speaks and with audio that leaves after the phrase, on loopback and through
 * a slow link, in turns. The recognizer is the offline one, in this process.
 *
 * <p>Arguments: how often each phrase is spoken each way; 3 if there is none.
 */
public final class LatencyMain {

  private static final List<String> PHRASES = List.of("doctor", "address", "medication", "letter");

  private final Map<Way, Measured> results = new LinkedHashMap<>();

  private LatencyMain() {
    for (Way.Link link : Way.Link.values()) {
      for (Way.Upload upload : Way.Upload.values()) {
        results.put(new Way(link, upload), new Measured());
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    new LatencyMain().measure(rounds);
  }

  private void measure(int rounds) throws Exception {
    SpeechEngineProvider provider =
        ServiceLoader.load(SpeechEngineProvider.class).findFirst().orElseThrow();
    try (Site site = Site.start(provider.create(new EngineOptions(List.of("en-US"), 1)));
        Browser browser = BrowserKind.CHROMIUM.start(MicrophoneAccess.GRANTED, ColorScheme.LIGHT)) {
      speak(browser, site.uri(), new Way(Way.Link.LOOPBACK, Way.Upload.LIVE), new Measured());
      for (int round = 0; round < rounds; round++) {
        for (Map.Entry<Way, Measured> result : results.entrySet()) {
          speak(browser, site.uri(), result.getKey(), result.getValue());
        }
      }
      print(browser.name());
    }
  }

  private static void speak(Browser browser, URI site, Way way, Measured measured) {
    try (Relay network = way.link().to(site)) {
      browser.open(network.uri());
      DictatedField note = new DictatedField(browser, "note");
      note.option("upload", way.upload().option);
      SpeechTap tap = SpeechTap.on(browser, "note");
      for (String phrase : PHRASES) {
        browser.evaluate("(find('#note').value = '')");
        note.dictate(Speech.phrases(phrase));
        browser.await("find('#note').value !== ''", "document.body.innerText");
        measured.add(tap.lastWait());
        note.finish();
      }
    }
  }

  private void print(String browser) {
    List<String> lines = new ArrayList<>();
    lines.add("From the last spoken sample to the text in the field, of which the pause that ends");
    lines.add("a phrase takes 800 ms. %s, Java %s.".formatted(browser, Runtime.version()));
    lines.add("");
    lines.add("| network | audio leaves | phrases | median | longest |");
    lines.add("| --- | --- | --- | --- | --- |");
    results.forEach(
        (way, measured) ->
            lines.add(
                "| %s | %s | %d | %d ms | %d ms |"
                    .formatted(
                        way.link().title,
                        way.upload().title,
                        measured.count(),
                        measured.median().toMillis(),
                        measured.longest().toMillis())));
    lines.forEach(System.out::println);
  }
}
