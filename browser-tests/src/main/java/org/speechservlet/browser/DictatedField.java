package org.speechservlet.browser;

import jakarta.json.Json;
import jakarta.json.JsonString;

/** A field of the page that is open, with the button that belongs to it. */
public final class DictatedField {

  private static final String TEXT =
      "((field) => (field.value ?? field.innerText).replace(/\\u00a0/g, ' ').trim())(find('%s'))";

  private final Browser browser;
  private final String field;
  private final String host;

  /** Waits until the field with this id has its button. */
  public DictatedField(Browser browser, String id) {
    this.browser = browser;
    this.field = "#" + id;
    this.host = "#button-of-" + id;
    browser.await(
        """
        [...document.querySelectorAll('dictation-button')].some((button) => {
          if (button.field === find('%s')) {
            button.id = '%s';
          }
          return button.id === '%s';
        })"""
            .formatted(field, host.substring(1), host.substring(1)),
        "performance.getEntriesByType('resource').map(({name, responseStatus}) => `${name} ${responseStatus}`)");
  }

  /** Presses the button and speaks, once the button shows that it listens. */
  public void dictate(Recording recording) {
    browser.microphone().prepare(recording);
    press();
    awaitState("listening");
    browser.microphone().speak();
  }

  /** Presses the button. */
  public void press() {
    browser.click(host + " >>> .button");
  }

  /** Presses the button to end the dictation, and waits until nothing is under way any more. */
  public void finish() {
    press();
    awaitState("idle");
  }

  /** Presses one of the buttons that are shown with a problem. */
  public void choose(String action) {
    browser.evaluate(
        "[...find('%s').shadowRoot.querySelectorAll('.actions button')].forEach((one) => one.id = one.textContent.replaceAll(' ', '-'))"
            .formatted(host));
    browser.click(host + " >>> #" + action.replace(' ', '-'));
  }

  /**
   * Presses one of the buttons that are shown with a problem, once a second while there is one,
   * until the field holds exactly this.
   */
  public void chooseUntil(String action, String text) {
    browser.await(
        """
        (() => {
          const second = Math.floor(performance.now() / 1000);
          if (find('%1$s').getAttribute('state') === 'problem' && window.lastChoice !== second) {
            window.lastChoice = second;
            [...find('%1$s').shadowRoot.querySelectorAll('.actions button')]
              .find((one) => one.textContent === '%2$s').click();
          }
          return %3$s === %4$s;
        })()"""
            .formatted(host, action, TEXT.formatted(field), Json.createValue(text)),
        "find('%s').shadowRoot.textContent".formatted(host));
  }

  /** Puts the caret into the field, behind its text. */
  public void enter() {
    browser.click(field);
  }

  /** Sets an option of the button, by its attribute's name. */
  public void option(String name, String value) {
    browser.evaluate(
        "find('%s').setAttribute('data-dictation-%s', '%s')".formatted(field, name, value));
  }

  /** Waits until the button shows this state. */
  public void awaitState(String state) {
    browser.await(
        "find('%s').getAttribute('state') === '%s'".formatted(host, state),
        "find('%1$s').getAttribute('state') + ': ' + find('%1$s').shadowRoot.textContent"
            .formatted(host));
  }

  /** Waits until the button is a square of so many CSS pixels. */
  public void awaitSize(double pixels) {
    String box = "find('%s >>> .button').getBoundingClientRect()".formatted(host);
    browser.await(
        "Math.abs(%1$s.width - %2$s) < 0.1 && Math.abs(%1$s.height - %2$s) < 0.1"
            .formatted(box, pixels),
        "JSON.stringify(%s)".formatted(box));
  }

  /** Waits until the field holds exactly this. */
  public void awaitText(String text) {
    browser.await(
        TEXT.formatted(field) + " === " + Json.createValue(text),
        "`${%s}; ${find('%2$s').getAttribute('state')}: ${find('%2$s').shadowRoot.textContent}`"
            .formatted(TEXT.formatted(field), host));
  }

  /** What the field holds. */
  public String text() {
    return string(TEXT.formatted(field));
  }

  /** What is shown below the button. */
  public String message() {
    return string("find('%s >>> .bubble').innerText".formatted(host));
  }

  /** What a screen reader is told to say at once. */
  public String alert() {
    return string("find('%s >>> [role=alert]').textContent".formatted(host));
  }

  /** Waits until this is said politely. */
  public void awaitSaid(String text) {
    String status = "find('%s >>> [role=status]').textContent".formatted(host);
    browser.await("%s.includes(%s)".formatted(status, Json.createValue(text)), status);
  }

  private String string(String expression) {
    return ((JsonString) browser.evaluate(expression)).getString();
  }
}
