package org.speechservlet.example;

import java.net.URI;
import java.nio.file.Path;

/** What the console shows once the portal can be opened. */
final class Greeting {

  private Greeting() {}

  /**
   * The lines for the console.
   *
   * @param portal the portal's address, ending in a slash
   * @param service which Speech API it talks to
   * @param sample a recording to try, absolute, since nobody knows in which folder it is typed
   */
  static String of(URI portal, String service, Path sample) {
    return """

        Case desk, an example web application with dictation
          Open:    %1$s
          Speech:  %2$s
          Try:     curl --data-binary "@%3$s" -H "Content-Type: audio/wav" %1$sspeech/recognize
          Stop:    Ctrl-C
        """
        .formatted(portal, service, sample);
  }
}
