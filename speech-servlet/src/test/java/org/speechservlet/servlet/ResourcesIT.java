package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the servlet serves besides recognitions. */
@NullUnmarked // each test starts what it needs
class ResourcesIT {
  private static final String OTHER_VERSION = "/" + "0".repeat(32) + "/";

  private Fixture fixture;

  private void start(Deployment deployment) throws Exception {
    fixture = new Fixture(deployment);
  }

  @AfterEach
  void stop() throws Exception {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/speech/*", "/a/b/dictation/*"})
  void mappingWithoutItsSlash_leadsToThePage(String mapping) throws Exception {
    start(new Deployment("/portal", mapping));
    String base = fixture.server.base().getPath();
    String withoutSlash = base.substring(0, base.length() - 1);

    HttpResponse<String> redirect = fixture.get(withoutSlash);

    assertEquals(308, redirect.statusCode());
    String location = redirect.headers().firstValue("Location").orElseThrow();
    assertEquals(base, fixture.uri(withoutSlash).resolve(location).getPath());
    assertFalse(location.contains(":"), location);
  }

  @Test
  void page_isServedWithAPolicyThatAllowsNothingForeign() throws Exception {
    start(new Deployment());

    HttpResponse<String> page = fixture.get("");

    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("<form"), page.body());
    assertTrue(
        page.headers()
            .firstValue("Content-Security-Policy")
            .orElseThrow()
            .startsWith("default-src 'none'"));
  }

  @Test
  void asset_thatTheBrowserHas_is304() throws Exception {
    start(new Deployment());
    String tag = fixture.get("try-it.css").headers().firstValue("ETag").orElseThrow();

    assertTrue(tag.matches("\"[0-9a-f]{32}\""), tag);
    assertEquals(304, fixture.get("try-it.css", "If-None-Match", "\"x\", W/" + tag).statusCode());
    assertEquals(200, fixture.get("try-it.css", "If-None-Match", "\"x\"").statusCode());
  }

  @Test
  void head_hasTheFieldsAndNoBody() throws Exception {
    start(new Deployment());

    HttpResponse<String> head =
        fixture.send(
            HttpRequest.newBuilder(fixture.uri("")).method("HEAD", BodyPublishers.noBody()));

    assertEquals(200, head.statusCode());
    assertTrue(head.headers().firstValueAsLong("Content-Length").orElseThrow() > 0);
    assertEquals("", head.body());
  }

  @Test
  void dictationScript_isAskedForAgain_andItsModulesAreKept() throws Exception {
    start(new Deployment());

    HttpResponse<String> entry = fixture.get("dictation.js");

    assertEquals(200, entry.statusCode());
    assertEquals("no-cache", field(entry, "Cache-Control"));
    assertEquals("nosniff", field(entry, "X-Content-Type-Options"));
    assertTrue(field(entry, "Content-Type").startsWith("text/javascript"));
    String module = moduleNamedIn(entry.body());
    HttpResponse<String> index = fixture.get(module);
    assertEquals(200, index.statusCode());
    assertTrue(field(index, "Cache-Control").contains("immutable"));
    assertEquals(304, fixture.get(module, "If-None-Match", field(index, "ETag")).statusCode());
  }

  @Test
  void moduleOfAnotherVersion_isServedAndNotKept() throws Exception {
    start(new Deployment());
    String module = moduleNamedIn(fixture.get("dictation.js").body());

    HttpResponse<String> other = fixture.get(module.replaceFirst("/[0-9a-f]{32}/", OTHER_VERSION));

    assertEquals(200, other.statusCode());
    assertEquals("no-cache", field(other, "Cache-Control"));
    assertEquals(404, fixture.get("dictation" + OTHER_VERSION + "nothing.js").statusCode());
  }

  @Test
  void dictationScript_onlyForPagesOfAnAllowedOrigin_isShared() throws Exception {
    start(new Deployment().with("speech.allowed-origins", "https://pages.example"));

    HttpResponse<String> allowed = fixture.get("dictation.js", "Origin", "https://pages.example");
    HttpResponse<String> other = fixture.get("dictation.js", "Origin", "https://other.example");

    assertEquals("https://pages.example", field(allowed, "Access-Control-Allow-Origin"));
    assertTrue(other.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
  }

  private static String moduleNamedIn(String entry) {
    Matcher name = Pattern.compile("dictation/[0-9a-f]{32}/index\\.js").matcher(entry);
    assertTrue(name.find(), entry);
    return name.group();
  }

  private static String field(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }

  @Test
  void status_tellsTokenAndRecognitions() throws Exception {
    start(new Deployment());
    assertEquals(200, fixture.post(Tone.wav(0.2), "Content-Type", "audio/wav").statusCode());
    fixture.assertNothingInFlight();

    HttpResponse<String> status = fixture.get("status");

    JsonObject report = Fixture.json(status.body());
    assertEquals(200, status.statusCode());
    assertEquals("up", report.getString("status"));
    assertEquals("token", report.getJsonObject("token").getString("mode"));
    assertEquals("fresh", report.getJsonObject("token").getString("state"));
    assertEquals("primary", report.getJsonObject("token").getString("keyInUse"));
    assertEquals(1, report.getJsonObject("recognitions").getJsonObject("totals").getInt("Success"));
    assertFalse(status.body().contains("a-key-of-the-tests"));
    assertFalse(status.body().contains("token-1"));
  }
}
