package org.speechservlet.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.speechservlet.browser.chromium.Chromium;
import org.speechservlet.browser.firefox.Firefox;

/** The browsers that can be driven. */
public enum BrowserKind {
  CHROMIUM,
  FIREFOX;

  /** Starts one, with a profile of its own and without a window. */
  public Browser start(MicrophoneAccess access, ColorScheme scheme) {
    return switch (this) {
      case CHROMIUM -> Chromium.start(access, scheme);
      case FIREFOX -> Firefox.start(access, scheme);
    };
  }

  /** Why it cannot be started on this machine, in words; empty when it can. */
  public Optional<String> obstacle() {
    List<Path> missing =
        programs().stream().filter(program -> !Files.isExecutable(program)).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("%s was not tested, since this machine lacks %s".formatted(this, missing));
  }

  private List<Path> programs() {
    return switch (this) {
      case CHROMIUM -> List.of(Chromium.PROGRAM, Chromium.DRIVER);
      case FIREFOX -> List.of(Firefox.PROGRAM, Firefox.SOUND_SERVER, Firefox.PLAYER);
    };
  }
}
