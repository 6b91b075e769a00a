package org.speechservlet.browser.latency;

import jakarta.json.JsonNumber;
import java.time.Duration;
import org.speechservlet.browser.Browser;

/**
 * Hears what the page hears, apart from the page's own scripts, and knows when the last loud sample
 * came and when words came into the field, both by the page's clock. It listens in blocks of 1024
 * samples, so that an end of speech is known to about 25 ms.
 */
final class SpeechTap {

  private final Browser browser;

  private SpeechTap(Browser browser) {
    this.browser = browser;
  }

  /** Taps the page that is open, before it listens. */
  static SpeechTap on(Browser browser, String field) {
    browser.evaluate(
        """
        (() => {
          window.tap = {lastLoud: 0, inserted: 0};
          const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
          navigator.mediaDevices.getUserMedia = async (constraints) => {
            const stream = await ask(constraints);
            const context = new AudioContext();
            const blocks = context.createScriptProcessor(1024, 1, 1);
            blocks.onaudioprocess = ({inputBuffer}) => {
              if (inputBuffer.getChannelData(0).some((sample) => Math.abs(sample) > 0.03)) {
                tap.lastLoud = performance.now();
              }
            };
            context.createMediaStreamSource(stream).connect(blocks).connect(context.destination);
            stream.getTracks()[0].addEventListener('ended', () => context.close());
            return stream;
          };
          find('#%s').addEventListener('input', () => { tap.inserted = performance.now(); });
          return null;
        })()"""
            .formatted(field));
    return new SpeechTap(browser);
  }

  /** From the last loud sample to the words in the field. */
  Duration lastWait() {
    JsonNumber millis = (JsonNumber) browser.evaluate("tap.inserted - tap.lastLoud");
    return Duration.ofMillis(millis.longValue());
  }
}
