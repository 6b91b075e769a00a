package org.speechservlet.browser.latency;

import java.net.URI;
import java.time.Duration;
import org.speechservlet.browser.network.LinkSpeed;
import org.speechservlet.browser.network.Relay;

/**
 * A way to dictate.
 *
 * @param link what lies between browser and server
 * @param upload when the audio leaves
 */
record Way(Link link, Upload upload) {

  enum Link {
    LOOPBACK("loopback"),
    SLOW("1 Mbit/s, 80 ms");

    private static final LinkSpeed SPEED = new LinkSpeed(1_000_000, Duration.ofMillis(40));

    final String title;

    Link(String title) {
      this.title = title;
    }

    Relay to(URI site) {
      return this == LOOPBACK ? Relay.fast(site) : Relay.slow(site, SPEED);
    }
  }

  enum Upload {
    LIVE("live", "while one speaks"),
    PHRASE("phrase", "after the phrase");

    final String option;
    final String title;

    Upload(String option, String title) {
      this.option = option;
      this.title = title;
    }
  }
}
