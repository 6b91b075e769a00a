package org.speechservlet.servers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.speechservlet.servers.application.Answer;
import org.speechservlet.servers.application.Application;
import org.speechservlet.servers.application.Applications;
import org.speechservlet.servers.application.HandWork;
import org.speechservlet.servers.application.PageButton;
import org.speechservlet.servers.application.Trait;
import org.speechservlet.servers.client.Browser;
import org.speechservlet.servers.client.HeadlessChromium;
import org.speechservlet.servers.client.LiveUpload;
import org.speechservlet.servers.client.Speech;
import org.speechservlet.servers.container.ServerKind;
import org.speechservlet.servers.container.Servers;
import org.speechservlet.servers.war.WarFile;

/**
 * Applications that others have published, as they are, with speech added by the tool, with speech
 * added by hand, and with speech taken out again. What their own pages answer is the same each
 * time.
 */
@Tag("applications")
@ParameterizedClass
@MethodSource("scenes")
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(Tabulated.class)
final class RealApplicationsIT implements Subject {

  private static final int PIECE_BYTES = 8_000;
  private static final long TOLERANCE_MILLIS = 150;
  private static final Pattern BUTTON =
      Pattern.compile("<dictation-button[^>]* placed=\"(inside|beside)\"");

  private final ApplicationScene scene;

  RealApplicationsIT(ApplicationScene scene) {
    this.scene = scene;
  }

  static Stream<ApplicationScene> scenes() {
    return Servers.chosen("applications.servers")
        .flatMap(
            kind ->
                Applications.chosen(kind.namespace())
                    .map(application -> new ApplicationScene(kind, application)));
  }

  @Override
  public Table table() {
    return Table.APPLICATIONS;
  }

  @Override
  public List<String> row() {
    Application application = scene.application();
    ServerKind kind = scene.kind();
    return List.of(
        application.product(),
        application.version(),
        application.namespace().toString().toLowerCase(Locale.ROOT),
        kind.product() + " " + kind.version());
  }

  @BeforeEach
  void start() throws Throwable {
    scene.start();
  }

  @Test
  @Order(1)
  @Check("runs untouched")
  void ownPages_untouched_areServed() throws Exception {
    scene.deploy(scene.application().war());

    for (Answer answer : scene.noteUntouched()) {
      assertEquals(200, answer.status(), answer.toString());
      assertTrue(answer.hasText(), answer.toString());
    }
  }

  @Test
  @Order(2)
  @Check("its pages, with speech by the tool")
  void ownPages_withSpeechByTheTool_answerAsBefore() throws Exception {
    Path war = scene.file("tool");
    scene.tool().add(scene.application(), war);
    scene.deploy(war);

    assertEquals(scene.untouched(), scene.ownPages());
  }

  @Test
  @Order(3)
  @Check("dictation")
  void utterance_withSpeechByTheTool_isHeardWhole() throws Exception {
    assertHeard(scene.speaker().dictate(Speech.claim()));
  }

  @Test
  @Order(3)
  @Check("live upload")
  void liveUpload_withSpeechByTheTool_isHeardWhole() throws Exception {
    assertHeard(LiveUpload.dictate(scene.speaker(), Speech.claim(), PIECE_BYTES));
  }

  @Test
  @Order(3)
  @Check("status")
  void status_withSpeechByTheTool_isUp() throws Exception {
    HttpResponse<String> answer = scene.speaker().get("speech/status");

    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("up", Browser.json(answer).getString("status"));
  }

  @Test
  @Order(3)
  @Check("button")
  void page_withSpeechByTheTool_loadsTheButtonsScript() throws Exception {
    Assumptions.assumeFalse(
        scene.application().is(Trait.HAS_NO_PAGES), "It has no pages of its own, only JSON");
    Browser visitor = scene.visitor();

    PageButton button = PageButton.in(visitor.get(scene.application().form()));

    assertEquals(scene.application().fields(), button.fields());
    HttpResponse<String> script = visitor.get(button.script().toString());
    assertEquals(200, script.statusCode(), button.script().toString());
    assertTrue(script.body().contains("import"), script.body());
  }

  @Test
  @Order(3)
  @Check("button in Chromium")
  void field_inChromium_hasAButton() throws Exception {
    Assumptions.assumeTrue(
        scene.application().is(Trait.HAS_FIELD), "It shows no field without a login or a script");
    Optional<HeadlessChromium> chromium = HeadlessChromium.find();
    Assumptions.assumeTrue(
        chromium.isPresent() || Boolean.getBoolean("browsers.required"), "No Chromium is here");
    URI form = scene.uri().resolve(scene.application().form());
    Path profile = scene.browserProfile();

    String page = chromium.orElseThrow().elements(form, profile);

    assertTrue(BUTTON.matcher(page).find(), page);
    chromium.orElseThrow().picture(form, profile, scene.picture());
  }

  @Test
  @Order(3)
  @Check("its login holds")
  void utterance_ofSomebodyWithoutTheLoginThatTheApplicationAsksFor_isRefused() throws Exception {
    int status = scene.stranger().dictate(Speech.claim()).statusCode();

    assertEquals(scene.application().is(Trait.ASKS_FOR_LOGIN) ? 401 : 200, status);
  }

  @Test
  @Order(4)
  @Check("by hand")
  void utterance_withSpeechByHand_isHeardWhole() throws Exception {
    Path war = scene.file("hand");
    HandWork.add(scene.application(), war);

    scene.deploy(war);

    assertHeard(scene.speaker().dictate(Speech.claim()));
    assertHeard(LiveUpload.dictate(scene.speaker(), Speech.claim(), PIECE_BYTES));
  }

  @Test
  @Order(5)
  @Check("its pages, by hand")
  void ownPages_withSpeechByHand_answerAsBefore() throws Exception {
    assertEquals(scene.untouched(), scene.ownPages());
  }

  @Test
  @Order(6)
  @Check("removed")
  void ownPages_withSpeechTakenOut_answerAsBefore() throws Exception {
    Path added = scene.file("added");
    Path war = scene.file("removed");
    scene.tool().add(scene.application(), added);
    scene.tool().remove(added, war);

    scene.deploy(war);

    assertEquals(scene.untouched(), scene.ownPages());
    assertArrayEquals(webXml(scene.application().war()), webXml(war));
  }

  private static byte[] webXml(Path war) throws Exception {
    return WarFile.copyOf(war).descriptor();
  }

  private static void assertHeard(HttpResponse<String> answer) {
    long difference = Browser.heard(answer).minus(Speech.claim().length()).abs().toMillis();
    assertTrue(difference < TOLERANCE_MILLIS, answer.body());
  }
}
