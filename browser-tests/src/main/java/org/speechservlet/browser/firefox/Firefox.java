package org.speechservlet.browser.firefox;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import org.speechservlet.browser.Browser;
import org.speechservlet.browser.BrowserException;
import org.speechservlet.browser.ColorScheme;
import org.speechservlet.browser.Expression;
import org.speechservlet.browser.Microphone;
import org.speechservlet.browser.MicrophoneAccess;

/** Firefox, driven by WebDriver BiDi. */
public final class Firefox implements Browser {

  /** Where Debian puts the browser. */
  public static final Path PROGRAM = Path.of("/usr/bin/firefox-esr");

  /** The sound server that is the microphone. */
  public static final Path SOUND_SERVER = Path.of("/usr/bin/pulseaudio");

  /** What plays sound into the microphone. */
  public static final Path PLAYER = Path.of("/usr/bin/paplay");

  private final FirefoxProcess process;
  private final BidiConnection connection;
  private final String context;
  private final String name;

  private Firefox(FirefoxProcess process, BidiConnection connection) {
    this.process = process;
    this.connection = connection;
    JsonObject session =
        connection.send(
            "session.new",
            object().add("capabilities", object().add("alwaysMatch", object())).build());
    JsonObject capabilities = session.getJsonObject("capabilities");
    this.name =
        capabilities.getString("browserName") + " " + capabilities.getString("browserVersion");
    this.context = openTab();
  }

  /**
   * A tab of its own: in the first one the focus is in the address bar, so that pages get keys, but
   * no key presses a button.
   */
  private String openTab() {
    return connection
        .send("browsingContext.create", object().add("type", "tab").build())
        .getString("context");
  }

  /** Starts it with a new profile. */
  public static Firefox start(MicrophoneAccess access, ColorScheme scheme) {
    FirefoxProcess process = FirefoxProcess.start(access, scheme);
    try {
      return new Firefox(process, new BidiConnection(process.address()));
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Microphone microphone() {
    return process.microphone();
  }

  @Override
  public void open(URI address) {
    connection.send(
        "browsingContext.navigate",
        inContext().add("url", address.toString()).add("wait", "complete").build());
  }

  @Override
  public JsonValue evaluate(String expression) {
    JsonObject outcome =
        connection.send(
            "script.evaluate",
            object()
                .add("expression", Expression.asJson(expression))
                .add("target", inContext())
                .add("awaitPromise", true)
                .add("userActivation", false)
                .build());
    if (!outcome.getString("type").equals("success")) {
      throw new BrowserException(
          "%s: %s in %s"
              .formatted(
                  name, outcome.getJsonObject("exceptionDetails").getString("text"), expression));
    }
    String json = outcome.getJsonObject("result").getString("value");
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readValue();
    }
  }

  @Override
  public void press(String... keys) {
    JsonArrayBuilder actions = Json.createArrayBuilder();
    for (String key : keys) {
      actions.add(object().add("type", "keyDown").add("value", key));
    }
    for (int i = keys.length - 1; i >= 0; i--) {
      actions.add(object().add("type", "keyUp").add("value", keys[i]));
    }
    perform(object().add("type", "key").add("id", "keyboard").add("actions", actions));
  }

  @Override
  public void clickAt(int x, int y) {
    JsonArrayBuilder actions =
        Json.createArrayBuilder()
            .add(object().add("type", "pointerMove").add("x", x).add("y", y))
            .add(object().add("type", "pointerDown").add("button", 0))
            .add(object().add("type", "pointerUp").add("button", 0));
    perform(object().add("type", "pointer").add("id", "mouse").add("actions", actions));
  }

  private void perform(JsonObjectBuilder source) {
    connection.send(
        "input.performActions",
        inContext().add("actions", Json.createArrayBuilder().add(source)).build());
  }

  @Override
  public byte[] screenshot() {
    String data =
        connection.send("browsingContext.captureScreenshot", inContext().build()).getString("data");
    return Base64.getDecoder().decode(data);
  }

  @Override
  public void resize(int width, int height) {
    connection.send(
        "browsingContext.setViewport",
        inContext().add("viewport", object().add("width", width).add("height", height)).build());
  }

  @Override
  public void close() {
    connection.close();
    process.close();
  }

  private JsonObjectBuilder inContext() {
    return object().add("context", context);
  }

  private static JsonObjectBuilder object() {
    return Json.createObjectBuilder();
  }
}
