package org.speechservlet.browser.chromium;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.speechservlet.browser.Microphone;
import org.speechservlet.browser.MicrophoneAccess;
import org.speechservlet.browser.ScratchFolder;

/** How the browser is started: its switches, its folder, its microphone. */
final class ChromiumLaunch implements AutoCloseable {

  /** Selenium knows the protocol of some versions only; nothing here depends on them. */
  private static final Logger VERSION_WARNINGS =
      Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  private final ScratchFolder folder = new ScratchFolder("chromium");
  private final MicrophoneFile microphone =
      new MicrophoneFile(folder.path().resolve("microphone.wav"));
  private final MicrophoneAccess access;

  ChromiumLaunch(MicrophoneAccess access) {
    this.access = access;
  }

  Microphone microphone() {
    return microphone;
  }

  ChromeDriver start() {
    VERSION_WARNINGS.setLevel(Level.SEVERE);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Chromium.DRIVER.toFile())
            .usingAnyFreePort()
            // Neither the machine's sound server nor its sound cards are asked.
            .withEnvironment(
                Map.of(
                    "PULSE_SERVER",
                    "unix:" + folder.path().resolve("nothing"),
                    "ALSA_CONFIG_PATH",
                    "/dev/null",
                    "HOME",
                    folder.path().toString()))
            .build();
    return new ChromeDriver(service, options());
  }

  private ChromeOptions options() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(Chromium.PROGRAM.toFile());
    options.addArguments(
        "--headless=new",
        // Its sandbox cannot be set up as root, nor in most containers.
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--user-data-dir=" + folder.path().resolve("profile"));
    switch (access) {
      case GRANTED -> options.addArguments("--use-fake-ui-for-media-stream");
      case REFUSED -> options.addArguments("--use-fake-ui-for-media-stream=deny");
      case ABSENT -> options.addArguments("--use-fake-ui-for-media-stream");
    }
    if (access != MicrophoneAccess.ABSENT) {
      options.addArguments(
          "--use-fake-device-for-media-stream",
          "--use-file-for-fake-audio-capture=" + microphone.path() + "%noloop");
    }
    return options;
  }

  @Override
  public void close() {
    microphone.close();
    folder.close();
  }
}
