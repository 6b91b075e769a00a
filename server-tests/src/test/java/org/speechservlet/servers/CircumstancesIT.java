package org.speechservlet.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieManager;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;
import org.speechservlet.servers.client.Browser;
import org.speechservlet.servers.client.HeadlessChromium;
import org.speechservlet.servers.client.LiveUpload;
import org.speechservlet.servers.client.Speech;
import org.speechservlet.servers.container.Server;
import org.speechservlet.servers.container.ServerKind;
import org.speechservlet.servers.container.Servers;
import org.speechservlet.servers.process.Nginx;
import org.speechservlet.servers.process.Ports;
import org.speechservlet.servers.war.Circumstances;
import org.speechservlet.servers.war.Portal;
import org.speechservlet.servers.war.WarFile;

/** Applications that are not like the example, beside each other on one server. */
@Tag("circumstances")
@ParameterizedClass(allowZeroInvocations = true)
@MethodSource("scenes")
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(Tabulated.class)
final class CircumstancesIT implements Subject {

  private static final int PIECE_BYTES = 8_000;
  private static final long TOLERANCE_MILLIS = 150;
  private static final String MAPPING = "speech/";

  private final CircumstancesScene scene;

  CircumstancesIT(CircumstancesScene scene) {
    this.scene = scene;
  }

  static Stream<CircumstancesScene> scenes() {
    return Servers.chosenForCircumstances().map(CircumstancesScene::new);
  }

  @Override
  public Table table() {
    return Table.CIRCUMSTANCES;
  }

  @Override
  public List<String> row() {
    ServerKind kind = scene.kind();
    String namespace = kind.namespace().toString().toLowerCase(Locale.ROOT);
    return List.of(kind.product(), kind.version(), namespace, Integer.toString(kind.java()));
  }

  @Test
  @Order(1)
  @Check("metadata-complete")
  void metadataComplete_dictates() throws Exception {
    assertDictates("complete", Circumstances.metadataComplete());
  }

  @Test
  @Order(2)
  @Check("absolute-ordering")
  void absoluteOrdering_dictates() throws Exception {
    assertDictates("ordered", Circumstances.absoluteOrdering());
  }

  @Test
  @Order(3)
  @Check("other mapping")
  void mappingThatIsNotSpeech_dictates() throws Exception {
    WarFile war = Circumstances.mappedTo("/api/dictation/*");

    assertDictates(scene.deploy("mapped", war, at("mapped"), "api/dictation/"));
  }

  @Test
  @Order(4)
  @Check("filter without async")
  void filterWithoutAsyncBeforeOurs_dictates() throws Exception {
    assertDictates("blocking", Circumstances.blockingFilter());
  }

  @Test
  @Order(5)
  @Check("HttpClient 4 and 5.0, SLF4J 1.7")
  void otherVersionsOfOurLibrariesInTheWar_dictate() throws Exception {
    assertDictates("others", Circumstances.otherLibraries());
  }

  @Test
  @Order(6)
  @Check("Spring Security")
  void springSecurityBeforeOurs_dictatesFromItsPagesForWhoHasLoggedIn() throws Exception {
    Browser browser = deploySecured("secured");

    assertDictates(browser.onPage("cases/7"));
    assertDictates(browser.onPage(MAPPING));
    assertEquals(403, browser.dictate(Speech.claim()).statusCode());
    assertEquals(401, at("secured").statusOf(MAPPING + "status"));
  }

  @Test
  @Order(7)
  @Check("Spring Security, in Chromium")
  void springSecurityBeforeOurs_letsThePageOfChromiumDictate() throws Exception {
    Optional<HeadlessChromium> chromium = HeadlessChromium.find();
    Assumptions.assumeTrue(
        chromium.isPresent() || Boolean.getBoolean("browsers.required"), "No Chromium is here");
    deploySecured("guarded");
    String address = scene.server().uri("guarded").getRawAuthority();
    URI page = URI.create("http://clerk:desk@%s/guarded/cases/7".formatted(address));
    Path profile = Path.of("target/bases", scene.kind().id() + "-chromium").toAbsolutePath();

    String shown = chromium.orElseThrow().elements(page, profile);

    assertTrue(shown.contains("<p>200 {"), shown);
    assertTrue(shown.contains("eard 3320 milliseconds"), shown);
  }

  @Test
  @Order(8)
  @Check("nginx with a path prefix")
  void proxyThatShowsItUnderAnotherPath_dictates() throws Exception {
    Path program =
        Nginx.program().orElseThrow(() -> new TestAbortedException("nginx is not installed"));
    scene.deploy("proxied", Circumstances.example(), at("proxied"), MAPPING);
    Path folder = Files.createDirectories(Path.of("target/bases", scene.kind().id() + "-nginx"));
    try (Ports ports = new Ports(RandomGenerator.getDefault())) {
      int port = ports.take();
      String application = scene.server().uri("proxied").toString();
      try (Nginx nginx =
          Nginx.start(program, folder.toAbsolutePath(), port, "/intranet/desk/", application)) {
        Browser outside =
            new Browser(URI.create("http://127.0.0.1:%d/intranet/desk/".formatted(port)));
        nginx.await("nginx listens", () -> outside.statusOf(MAPPING + "status") == 200);

        assertDictates(outside);
      }
    }
  }

  @Test
  @Order(9)
  @Check("shared library, two applications")
  void jarInTheSharedFolder_servesTwoApplicationsWithSettingsOfTheirOwn() throws Exception {
    Server server = scene.prepare(scene.kind());
    server.share(Portal.dropIn(scene.kind().namespace()));
    server.start();
    Browser english = deploy("english", Circumstances.withoutDropIn("en-US"));
    Browser german = deploy("german", Circumstances.withoutDropIn("de-DE"));

    assertDictates(english);
    assertEquals("en-US", language(english));
    assertEquals("de-DE", language(german));
    server.undeploy("german");
    server.process().await("it is gone", () -> german.statusOf(MAPPING + "status") == 404);
    assertDictates(english);
  }

  @Test
  @Order(10)
  @Check("WAR not unpacked")
  void warThatIsNotUnpacked_dictates() throws Exception {
    ServerKind packed =
        Servers.packed(scene.kind())
            .orElseThrow(() -> new TestAbortedException("It unpacks every WAR"));
    scene.prepare(packed).start();

    assertDictates("packed", Circumstances.example());
  }

  private static String language(Browser browser) throws IOException, InterruptedException {
    return browser.status().getJsonObject("service").getString("language");
  }

  private void assertDictates(String name, WarFile war) throws Exception {
    assertDictates(deploy(name, war));
  }

  private Browser deploy(String name, WarFile war) throws Exception {
    return scene.deploy(name, war, at(name), MAPPING);
  }

  /** Logged in as somebody who may dictate. */
  private Browser deploySecured(String name) throws Exception {
    Browser clerk = new Browser(scene.server().uri(name), clientOf("clerk", "desk"));
    return scene.deploy(name, Circumstances.springSecurity(), clerk, MAPPING);
  }

  private Browser at(String name) throws IOException {
    return new Browser(scene.server().uri(name));
  }

  private static void assertDictates(Browser browser) throws Exception {
    Speech claim = Speech.claim();
    assertHeard(claim, browser.dictate(claim));
    assertHeard(claim, LiveUpload.dictate(browser, claim, PIECE_BYTES));
  }

  private static void assertHeard(Speech utterance, HttpResponse<String> answer) {
    long difference = Browser.heard(answer).minus(utterance.length()).abs().toMillis();
    assertTrue(difference < TOLERANCE_MILLIS, answer::body);
  }

  private static HttpClient clientOf(String user, String password) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .cookieHandler(new CookieManager())
        .authenticator(
            new Authenticator() {
              @Override
              protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password.toCharArray());
              }
            })
        .build();
  }
}
