package org.speechservlet.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody reads whose browser gives no microphone. */
@ParameterizedClass
@MethodSource("cases")
final class MicrophoneBrowserIT extends BrowserScenario {

  private final String message;

  MicrophoneBrowserIT(BrowserKind kind, MicrophoneAccess access, String message) {
    super(kind, access, ColorScheme.LIGHT);
    this.message = message;
  }

  static Stream<Arguments> cases() {
    return Stream.of(BrowserKind.values())
        .flatMap(
            kind ->
                Stream.of(
                    Arguments.of(
                        kind,
                        MicrophoneAccess.REFUSED,
                        "The browser does not allow the microphone here."),
                    Arguments.of(kind, MicrophoneAccess.ABSENT, "No microphone was found.")));
  }

  @Test
  void press_withoutAMicrophone_saysWhyAndCanBeTriedAgain() throws Exception {
    browser.open(ScriptedSite.of(resources).site().uri());
    DictatedField note = new DictatedField(browser, "note");

    note.press();
    note.awaitState("problem");
    assertTrue(note.alert().startsWith(message), note.alert());
    assertTrue(note.message().startsWith(message), note.message());

    note.choose("Try again");
    note.awaitState("problem");
    note.choose("Close");
    note.awaitState("idle");
  }
}
