package org.speechservlet.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.browser.site.Site;
import org.speechservlet.local.answer.KnownAnswers;
import org.speechservlet.local.fault.Action;
import org.speechservlet.local.fault.Fault;
import org.speechservlet.local.fault.Moment;
import org.speechservlet.local.fault.Target;

/** What an administrator, and everybody else, sees of the check on the page to try it. */
@ParameterizedClass
@MethodSource("org.speechservlet.browser.AccessibilityBrowserIT#cases")
final class CheckBrowserIT extends BrowserScenario {

  private static final String FINDINGS =
      "[...document.querySelectorAll('#check-findings li')].map(({innerText}) => innerText.trim()).join('; ')";

  private Site site;

  CheckBrowserIT(BrowserKind kind, ColorScheme scheme) {
    super(kind, MicrophoneAccess.GRANTED, scheme);
  }

  @BeforeEach
  void start() throws Exception {
    site = ScriptedSite.of(resources).site();
  }

  @AfterEach
  void clearFaults() {
    if (site != null) {
      site.faults().clear();
    }
  }

  @Test
  void administrator_readsWhatIsRightAndWhatIsWrong() throws IOException {
    breakRecognition();
    openAs(Site.ADMIN_ROLE);
    Axe.assertNoViolation(browser);

    browser.click("#check-start");

    browser.await("!find('#check-findings').hidden", "find('#check-summary').textContent");
    assertEquals("false", text("find('#check-start').hasAttribute('aria-disabled')"));
    String findings = text(FINDINGS);
    assertTrue(findings.contains("OK"), findings);
    assertTrue(findings.contains("Wrong"), findings);
    assertTrue(text("find('#check-summary').textContent").contains("wrong"), findings);
    Axe.assertNoViolation(browser);
  }

  @Test
  void secondCheck_byTheKeyboard_showsTheNewFindingsAndKeepsTheFocus() {
    openAs(Site.ADMIN_ROLE);
    browser.click("#check-start");
    browser.await("!find('#check-findings').hidden", "find('#check-summary').textContent");
    assertFalse(text(FINDINGS).contains("Wrong"), text(FINDINGS));
    breakRecognition();

    browser.evaluate("find('#check-start').focus()");
    browser.press(Keys.ENTER);

    browser.await(FINDINGS + ".includes('Wrong')", FINDINGS);
    assertEquals("check-start", text("document.activeElement.id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"clerk", ""})
  void anybodyElse_seesNoCheckAndIsRefused(String role) {
    openAs(role);

    assertEquals("null", text("String(document.getElementById('check-start'))"));
    String answer =
        text(
            """
            await (async () => {
              const {headersFor} = await import('./dictation.js');
              const response = await fetch('check', {method: 'POST', headers: headersFor('check', 'POST')});
              return response.status + ' ' + await response.text();
            })()""");
    assertTrue(answer.startsWith("403") && answer.contains("no-administrator"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new Response('<form>Log in</form>', {headers: {'Content-Type': 'text/html'}})",
        "Response.json({status: 403, error: 'Forbidden'}, {status: 403})",
        "Response.error()",
      })
  void answerThatIsNotTheServlets_isToldInWords(String response) {
    openAs(Site.ADMIN_ROLE);
    browser.evaluate("(window.fetch = async () => %s, null)".formatted(response));

    browser.click("#check-start");

    browser.await(
        "find('#check-summary').textContent.includes('are you still logged in?')",
        "find('#check-summary').textContent");
    assertEquals("true", text("find('#check-findings').hidden"));
  }

  private void breakRecognition() {
    site.faults()
        .add(
            Fault.on(
                Target.RECOGNITION,
                Moment.START,
                new Action.Respond(KnownAnswers.withStatus(400))));
  }

  private void openAs(String role) {
    URI login = site.officePage("none.html?role=" + role);
    browser.open(login);
    browser.open(site.officeTryItPage());
    browser.await("document.querySelector('dictation-button')", "document.title");
  }

  private String text(String expression) {
    JsonValue value = browser.evaluate(expression);
    return value instanceof JsonString string ? string.getString() : value.toString();
  }
}
