package org.speechservlet.browser.firefox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.speechservlet.browser.Microphone;
import org.speechservlet.browser.MicrophoneAccess;
import org.speechservlet.browser.Program;
import org.speechservlet.browser.ScratchFolder;

/** The browser's process, with its profile and its microphone. */
final class FirefoxProcess implements AutoCloseable {

  private static final Pattern LISTENING =
      Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");

  /** Nothing is fetched, asked or remembered that no test is about. */
  private static final Map<String, String> QUIET =
      Map.of(
          "remote.active-protocols", "1",
          "datareporting.policy.dataSubmissionEnabled", "false",
          "app.update.disabledForTesting", "true",
          "browser.shell.checkDefaultBrowser", "false",
          "browser.startup.page", "0",
          "network.captive-portal-service.enabled", "false",
          "network.connectivity-service.enabled", "false",
          "services.settings.server", "\"data:,\"",
          "extensions.systemAddon.update.enabled", "false",
          "toolkit.cosmeticAnimations.enabled", "false");

  private final ScratchFolder folder;
  private final Microphone microphone;
  private final Program browser;

  private FirefoxProcess(ScratchFolder folder, Microphone microphone, Program browser) {
    this.folder = folder;
    this.microphone = microphone;
    this.browser = browser;
  }

  static FirefoxProcess start(MicrophoneAccess access) {
    ScratchFolder folder = new ScratchFolder("firefox");
    PulseMicrophone microphone = new PulseMicrophone(folder.path());
    Path profile = folder.path().resolve("profile");
    writePreferences(profile, access);
    Map<String, String> environment = new HashMap<>(microphone.environment());
    environment.put("HOME", folder.path().toString());
    if (access == MicrophoneAccess.ABSENT) {
      environment.put("PULSE_SERVER", "unix:" + folder.path().resolve("nothing"));
    }
    Program browser =
        Program.start(
            List.of(
                Firefox.PROGRAM.toString(),
                "--headless",
                "--no-remote",
                "--remote-debugging-port=0",
                "--profile",
                profile.toString()),
            environment,
            LISTENING);
    return new FirefoxProcess(folder, microphone, browser);
  }

  private static void writePreferences(Path profile, MicrophoneAccess access) {
    StringBuilder preferences = new StringBuilder();
    QUIET.forEach((name, value) -> preferences.append(preference(name, value)));
    switch (access) {
      case GRANTED, ABSENT ->
          preferences.append(preference("media.navigator.permission.disabled", "true"));
      // 2 is "block": the answer to every page that asks.
      case REFUSED -> preferences.append(preference("permissions.default.microphone", "2"));
    }
    try {
      Files.createDirectories(profile);
      Files.writeString(profile.resolve("user.js"), preferences);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String preference(String name, String value) {
    return "user_pref(\"%s\", %s);%n".formatted(name, value);
  }

  /** Where the browser listens for commands. */
  URI address() {
    return URI.create(browser.announcement().group(1));
  }

  Microphone microphone() {
    return microphone;
  }

  @Override
  public void close() {
    browser.close();
    microphone.close();
    folder.close();
  }
}
