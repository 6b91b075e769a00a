package org.speechservlet.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptAddressTest {

  @ParameterizedTest
  @CsvSource({
    "'', /, ./speech/dictation.js",
    "'', /page.html, ./speech/dictation.js",
    "'', /a/b/, ../../speech/dictation.js",
    "/portal, /portal/, ./speech/dictation.js",
    "/portal, /portal, ./portal/speech/dictation.js",
    "/portal, /portal/a;v=1/b;jsessionid=x, ../speech/dictation.js",
    "/the/portal, /the/portal/a/b, ../speech/dictation.js",
  })
  void relative_fromAnyPage_leadsToTheServlet(String context, String page, String expected) {
    ScriptAddress address = ScriptAddress.of(new FakePageRequest(context, page).build(), "/speech");

    assertEquals(expected, address.relative());
    assertEquals(context + "/speech/dictation.js", address.absolute());
    assertEquals(
        "http://host/prefix" + context + "/speech/dictation.js",
        URI.create("http://host/prefix" + page).resolve(address.relative()).toString());
  }

  /** Browsers count both, and so must this; java.net.URI does not. */
  @Test
  void twoSlashes_areTwoSteps() {
    ScriptAddress address =
        ScriptAddress.of(new FakePageRequest("/portal", "/portal/a//b").build(), "/speech");

    assertEquals("../../speech/dictation.js", address.relative());
  }

  @Test
  void mapping_withCharactersThatNeedIt_isEncoded() {
    ScriptAddress address =
        ScriptAddress.of(new FakePageRequest("", "/").build(), "/a b:\u00fc/speech");

    assertEquals("./a%20b:%C3%BC/speech/dictation.js", address.relative());
  }

  @ParameterizedTest
  @CsvSource({
    "FORWARD, jakarta.servlet.forward.request_uri",
    "ERROR, jakarta.servlet.error.request_uri",
    "ASYNC, jakarta.servlet.async.request_uri",
  })
  void dispatchedPage_isWhereTheBrowserAskedForIt(DispatcherType type, String attribute) {
    FakePageRequest request = new FakePageRequest("/portal", "/portal/WEB-INF/pages/view.jsp");
    request.dispatcherType = type;
    request.attributes.put(attribute, "/portal/view");

    assertEquals("./speech/dictation.js", ScriptAddress.of(request.build(), "/speech").relative());
  }
}
