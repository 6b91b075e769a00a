package org.speechservlet.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A browser, in which each test opens its page anew. Where it is missing the tests are skipped, or
 * fail with {@code -Dbrowsers.required=true}; either way they say what is missing.
 */
abstract class BrowserScenario {

  @RegisterExtension final SharedResources resources = new SharedResources();

  private final Choice choice;
  Browser browser;

  /** Which browser, and how it is set. */
  private record Choice(BrowserKind kind, MicrophoneAccess access, ColorScheme scheme) {

    Browser start() {
      return kind.start(access, scheme);
    }
  }

  BrowserScenario(BrowserKind kind, MicrophoneAccess access, ColorScheme scheme) {
    this.choice = new Choice(kind, access, scheme);
  }

  BrowserScenario(BrowserKind kind) {
    this(kind, MicrophoneAccess.GRANTED, ColorScheme.LIGHT);
  }

  @BeforeEach
  final void takeBrowser() throws Exception {
    choice.kind().obstacle().ifPresent(BrowserScenario::skip);
    browser = resources.get(choice, Browser.class, choice::start);
  }

  private static void skip(String reason) {
    if (Boolean.getBoolean("browsers.required")) {
      fail(reason);
    }
    abort(reason);
  }
}
