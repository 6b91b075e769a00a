package org.speechservlet.browser.firefox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.speechservlet.browser.ColorScheme;
import org.speechservlet.browser.Microphone;
import org.speechservlet.browser.MicrophoneAccess;
import org.speechservlet.browser.Program;
import org.speechservlet.browser.ScratchFolder;

/** The browser's process, with its profile and its microphone. */
final class FirefoxProcess implements AutoCloseable {

  private static final Pattern LISTENING =
      Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");

  private final ScratchFolder folder;
  private final Microphone microphone;
  private final Program browser;

  private FirefoxProcess(ScratchFolder folder, Microphone microphone, Program browser) {
    this.folder = folder;
    this.microphone = microphone;
    this.browser = browser;
  }

  static FirefoxProcess start(MicrophoneAccess access, ColorScheme scheme) {
    ScratchFolder folder = new ScratchFolder("firefox");
    PulseMicrophone microphone = new PulseMicrophone(folder.path());
    Path profile = folder.path().resolve("profile");
    writePreferences(profile, access, scheme);
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

  private static void writePreferences(Path profile, MicrophoneAccess access, ColorScheme scheme) {
    try (InputStream common =
        Objects.requireNonNull(FirefoxProcess.class.getResourceAsStream("user.js"), "user.js")) {
      String all =
          new String(common.readAllBytes(), StandardCharsets.UTF_8)
              + microphonePreference(access)
              + schemePreference(scheme);
      Files.createDirectories(profile);
      Files.writeString(profile.resolve("user.js"), all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String microphonePreference(MicrophoneAccess access) {
    return switch (access) {
      case GRANTED, ABSENT -> preference("media.navigator.permission.disabled", "true");
      // 2 is "block": the answer to every page that asks.
      case REFUSED -> preference("permissions.default.microphone", "2");
    };
  }

  private static String schemePreference(ColorScheme scheme) {
    return preference(
        "layout.css.prefers-color-scheme.content-override", scheme == ColorScheme.DARK ? "0" : "1");
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
