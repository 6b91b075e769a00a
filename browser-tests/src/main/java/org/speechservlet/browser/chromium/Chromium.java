package org.speechservlet.browser.chromium;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.KeyInput;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;
import org.speechservlet.browser.Browser;
import org.speechservlet.browser.BrowserException;
import org.speechservlet.browser.ColorScheme;
import org.speechservlet.browser.Expression;
import org.speechservlet.browser.Microphone;
import org.speechservlet.browser.MicrophoneAccess;

/** Chromium, driven by Selenium. */
public final class Chromium implements Browser {

  /** Where Debian puts the browser. */
  public static final Path PROGRAM = Path.of("/usr/bin/chromium");

  /** Where Debian puts its driver. */
  public static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final ChromiumLaunch launch;
  private final ChromeDriver driver;

  private Chromium(ChromiumLaunch launch, ChromeDriver driver) {
    this.launch = launch;
    this.driver = driver;
    driver.manage().timeouts().scriptTimeout(PATIENCE.multipliedBy(2));
  }

  /** Starts it with a new profile. */
  public static Chromium start(MicrophoneAccess access, ColorScheme scheme) {
    ChromiumLaunch launch = new ChromiumLaunch(access);
    try {
      Chromium chromium = new Chromium(launch, launch.start());
      chromium.prefer(scheme);
      return chromium;
    } catch (WebDriverException e) {
      launch.close();
      throw new BrowserException("Chromium does not start", e);
    }
  }

  @Override
  public String name() {
    return driver.getCapabilities().getBrowserName()
        + " "
        + driver.getCapabilities().getBrowserVersion();
  }

  @Override
  public Microphone microphone() {
    return launch.microphone();
  }

  @Override
  public void open(URI address) {
    driver.get(address.toString());
  }

  @Override
  public JsonValue evaluate(String expression) {
    Object json;
    try {
      json = driver.executeScript("return " + Expression.asJson(expression) + ";");
    } catch (JavascriptException e) {
      throw new BrowserException(
          "%s: %s in %s".formatted(name(), e.getRawMessage(), expression), e);
    }
    try (JsonReader reader = Json.createReader(new StringReader(String.valueOf(json)))) {
      return reader.readValue();
    }
  }

  @Override
  public void press(String... keys) {
    KeyInput keyboard = new KeyInput("keyboard");
    Sequence sequence = new Sequence(keyboard, 0);
    for (String key : keys) {
      sequence.addAction(keyboard.createKeyDown(key.codePointAt(0)));
    }
    for (int i = keys.length - 1; i >= 0; i--) {
      sequence.addAction(keyboard.createKeyUp(keys[i].codePointAt(0)));
    }
    driver.perform(List.of(sequence));
  }

  @Override
  public void clickAt(int x, int y) {
    PointerInput mouse = new PointerInput(PointerInput.Kind.MOUSE, "mouse");
    int main = PointerInput.MouseButton.LEFT.asArg();
    driver.perform(
        List.of(
            new Sequence(mouse, 0)
                .addAction(
                    mouse.createPointerMove(Duration.ZERO, PointerInput.Origin.viewport(), x, y))
                .addAction(mouse.createPointerDown(main))
                .addAction(mouse.createPointerUp(main))));
  }

  @Override
  public byte[] screenshot() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  @Override
  public void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  private void prefer(ColorScheme scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme.css()))));
  }

  @Override
  public void close() {
    try {
      driver.quit();
    } finally {
      launch.close();
    }
  }
}
