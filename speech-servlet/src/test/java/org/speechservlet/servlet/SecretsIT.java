package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.FilterChain;
import jakarta.servlet.GenericFilter;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.speechservlet.config.SettingsException;
import org.speechservlet.token.SpeechTokenFilter;

/**
 * With every logger at its finest and every fault provoked, no key, token, spoken word or content
 * of a file is found where it does not belong.
 */
@Isolated("listens to all loggers")
@Timeout(120)
@NullUnmarked // each test starts what it needs
class SecretsIT {
  private static final String KEY = "kEy0fTheSecretsTest0123456789abc";
  private static final String SECOND_KEY = "s3c0ndKeyOfTheSecretsTest0123456";
  private static final String TOKEN =
      "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJzZWNyZXRzLXRlc3QifQ.c2VjcmV0cy10ZXN0LXNpZw";
  private static final String WORDS = "Quinquagesima zeugmatic patient";
  private static final String CONTENT = "FileContentOfTheSecretsTest";

  /** What a container at its finest logs of the bytes that pass through it is its own affair. */
  private static final List<String> CONTAINERS =
      List.of(
          "org.eclipse.jetty.", "org.apache.catalina.", "org.apache.coyote.", "org.apache.tomcat.");

  private static final String[] WAV = {"Content-Type", "audio/wav"};

  /** Seen by a filter in front of the token filter. */
  private static final class Roots extends GenericFilter {
    private static final long serialVersionUID = 1L;
    private final transient List<Object> found;

    private Roots(List<Object> found) {
      this.found = found;
    }

    @Override
    public void init() {
      Collections.list(getServletContext().getAttributeNames())
          .forEach(name -> found.add(getServletContext().getAttribute(name)));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      Collections.list(getServletContext().getAttributeNames())
          .forEach(name -> found.add(getServletContext().getAttribute(name)));
      found.add(chain);
      chain.doFilter(request, response);
    }
  }

  private final List<Object> roots = Collections.synchronizedList(new ArrayList<>());
  private final List<String> answers = new ArrayList<>();
  private EverythingLogged log;
  private TalkativePeer peer;
  private Fixture fixture;

  @BeforeEach
  void listen() throws Exception {
    log = new EverythingLogged();
    peer = new TalkativePeer(TOKEN, WORDS);
  }

  @AfterEach
  void stop() throws Exception {
    if (fixture != null) {
      fixture.close();
    }
    peer.close();
    log.close();
  }

  private void start() throws Exception {
    start("token");
  }

  private void start(String auth) throws Exception {
    fixture =
        Fixture.withOwnService(
            peer.deployment(KEY)
                .with("speech.auth", auth)
                .with("speech.secondary-key", SECOND_KEY)
                .with("speech.admin-role", "boss")
                .with("speech.audit-log", "true")
                .with(new Deployment.OwnFilter("roots", () -> new Roots(roots), true))
                .with(new Deployment.OwnFilter("login", LoginFilter::new, true)));
  }

  /** What somebody else than the speaker, or the speaker of a failed dictation, is told. */
  private void told(HttpResponse<String> answer) {
    answers.add(answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
  }

  private static byte[] audio() {
    byte[] mark = CONTENT.getBytes(StandardCharsets.US_ASCII);
    byte[] wav = Tone.wav(0.3);
    System.arraycopy(mark, 0, wav, 2000, mark.length);
    return wav;
  }

  /** What the Speech API was sent, it says back in all ways; the other secret it never gets. */
  @ParameterizedTest
  @CsvSource({"token, " + TOKEN, "key, " + KEY})
  void dictations_ofAllOutcomes_leaveNoSecretAnywhere(String auth, String credential)
      throws Exception {
    start(auth);
    HttpResponse<String> heard = fixture.post(audio(), WAV);
    assertTrue(heard.body().contains(WORDS), heard.body());
    assertNoCredential("the answer to the speaker", heard.headers().map() + heard.body());

    for (TalkativePeer.Manner manner : upstreamFaults(credential)) {
      peer.recognitionsAre(manner);
      told(fixture.post(audio(), WAV));
    }
    peer.recognitionsAre(TalkativePeer.transcript(WORDS));
    refusedAudio();
    uploads();
    administration(credential);
    assertEverywhere();
  }

  private static List<TalkativePeer.Manner> upstreamFaults(String credential) {
    return List.of(
        TalkativePeer.echoing(400, credential + "\n"),
        TalkativePeer.echoing(401, credential),
        TalkativePeer.echoing(403, "language " + credential),
        TalkativePeer.echoing(404, ""),
        TalkativePeer.echoing(307, credential),
        TalkativePeer.echoing(429, credential),
        TalkativePeer.echoing(500, "<h1>" + credential + "</h1>"),
        TalkativePeer.echoing(200, credential),
        TalkativePeer.saying(200, "Bearer " + credential + " is no JSON"),
        TalkativePeer.saying(200, "{\"RecognitionStatus\":\"\",\"X\":\"" + credential + "\"}"),
        TalkativePeer.hangingUp(),
        TalkativePeer.breakingOff("{\"Authorization\":\"Bearer " + credential));
  }

  private void refusedAudio() throws Exception {
    told(fixture.post((" ".repeat(200) + CONTENT).getBytes(StandardCharsets.US_ASCII)));
    byte[] broken = Tone.wav(0.2);
    System.arraycopy(CONTENT.getBytes(StandardCharsets.US_ASCII), 0, broken, 60, CONTENT.length());
    broken[20] = 85;
    told(fixture.post(broken, WAV));
    told(fixture.post(new byte[0], WAV));
    told(fixture.postTo("recognize?language=xx-&x=1", audio(), WAV));
    told(fixture.post(audio(), "Content-Type", "multipart/form-data; boundary=x"));
    told(fixture.post(audio(), "Sec-Fetch-Site", "cross-site"));
  }

  private void uploads() throws Exception {
    byte[] wav = audio();
    UploadClient upload = UploadClient.create(fixture, UploadClient.part(wav, 0, 4000));
    told(upload.head());
    told(upload.append(17, UploadClient.part(wav, 4000, 6000)));
    told(fixture.get("uploads/none", "Upload-Token", upload.token));
    told(upload.send("PATCH", wav, "Upload-Token", "wrong"));
    assertTrue(upload.finish(wav, 4000, 3000).body().contains(WORDS));
    told(UploadClient.tryToCreate(fixture, new byte[64]));
    UploadClient given = UploadClient.create(fixture, UploadClient.part(wav, 0, 4000));
    told(given.delete());
    UploadClient lost = UploadClient.create(fixture, UploadClient.part(wav, 0, 4000));
    try (RawClient hanging =
        lost.appendInTheMiddle(4000, 2000, UploadClient.part(wav, 4000, 4100))) {
      hanging.reset();
    }
    told(lost.head());
    told(lost.delete());
  }

  private void administration(String credential) throws Exception {
    told(fixture.get("status"));
    told(fixture.get(""));
    told(fixture.get("nothing-here"));
    told(fixture.postTo("check", new byte[0]));
    peer.recognitionsAre(TalkativePeer.echoing(401, credential));
    told(fixture.postTo("check", new byte[0], LoginFilter.FIELD, "boss"));
    peer.recognitionsAre(TalkativePeer.transcript(WORDS));
  }

  private void assertEverywhere() throws Exception {
    assertFalse(answers.isEmpty());
    answers.forEach(answer -> assertNoSecret("an answer", answer));
    assertNoSecretReachable();
    assertTrue(assertNoSecretInJmx() > 0, "there is something in JMX");
    assertNoSecretLogged();
  }

  private void assertNoSecretLogged() {
    List<EverythingLogged.Entry> entries = log.entries();
    assertTrue(
        entries.stream().anyMatch(entry -> entry.logger().startsWith("org.apache.hc.")),
        "HttpClient logs at its finest");
    for (EverythingLogged.Entry entry : entries) {
      assertNoCredential("log of " + entry.logger(), entry.text());
      if (CONTAINERS.stream().noneMatch(entry.logger()::startsWith)) {
        assertNoSecret("log of " + entry.logger(), entry.text());
      }
    }
  }

  /** Strings themselves are left out: a key must be somewhere. It must only not be shown. */
  private void assertNoSecretReachable() {
    List<Object> ours = new ArrayList<>();
    ReachableObjects.walk(
        List.copyOf(roots),
        object -> true,
        object -> {
          if (object instanceof SpeechServlet
              || object instanceof SpeechTokenFilter
              || object.getClass().getName().startsWith("org.speechservlet.token.SpeechContext")) {
            ours.add(object);
          }
        });
    assertTrue(ours.stream().anyMatch(SpeechServlet.class::isInstance), "the servlet was found");
    assertTrue(ours.stream().anyMatch(SpeechTokenFilter.class::isInstance), "the filter was found");
    int[] shown = {0};
    ReachableObjects.walk(
        ours,
        object -> !isOfContainer(object),
        object -> {
          if (!(object instanceof CharSequence)) {
            shown[0]++;
            assertNoSecret(object.getClass().getName(), ReachableObjects.textOf(object));
          }
        });
    assertTrue(shown[0] > 100, () -> "only " + shown[0] + " objects were found");
  }

  private static boolean isOfContainer(Object object) {
    String name = object.getClass().getName();
    return CONTAINERS.stream().anyMatch(name::startsWith)
        || object instanceof Class
        || object instanceof ClassLoader
        || object instanceof Thread
        || name.startsWith("java.util.logging.")
        || name.startsWith("org.slf4j.");
  }

  /** Returns how many beans there are. */
  private static int assertNoSecretInJmx() throws JMException {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    Set<ObjectName> names = beans.queryNames(new ObjectName("org.speechservlet*:*"), null);
    for (ObjectName name : names) {
      assertNoSecret("JMX", name.toString());
      for (MBeanAttributeInfo attribute : beans.getMBeanInfo(name).getAttributes()) {
        Object value = beans.getAttribute(name, attribute.getName());
        String text = value instanceof Object[] array ? List.of(array).toString() : "" + value;
        assertNoSecret("JMX " + name + " " + attribute.getName(), text);
      }
    }
    return names.size();
  }

  private static void assertNoSecret(String where, String text) {
    assertNoCredential(where, text);
    assertFalse(text.contains(WORDS) || text.contains("zeugmatic"), () -> where + ": " + text);
    assertFalse(text.contains(CONTENT), () -> where + ": " + text);
  }

  private static void assertNoCredential(String where, String text) {
    for (String secret : List.of(KEY, SECOND_KEY, TOKEN, "eyJpc3MiOiJzZWNyZXRzLXRlc3QifQ")) {
      assertFalse(text.contains(secret), () -> where + ": " + text);
    }
  }

  @Test
  void tokenService_thatFailsInEveryWay_leavesNoSecretAnywhere() throws Exception {
    List<TalkativePeer.Manner> manners =
        List.of(
            TalkativePeer.echoing(401, KEY),
            TalkativePeer.echoing(403, KEY),
            TalkativePeer.echoing(302, KEY),
            TalkativePeer.echoing(500, KEY + TOKEN),
            TalkativePeer.saying(200, TOKEN + " " + TOKEN),
            TalkativePeer.hangingUp(),
            TalkativePeer.breakingOff(TOKEN));
    for (TalkativePeer.Manner manner : manners) {
      peer.tokensAre(manner);
      start();
      awaitFailure();
      told(fixture.get("status"));
      told(fixture.postTo("check", new byte[0], LoginFilter.FIELD, "boss"));
      assertEverywhere();
      roots.clear();
      fixture.close();
    }
    fixture = null;
  }

  private void awaitFailure() throws Exception {
    String status = "";
    while (!status.contains("lastFailure")) {
      status = fixture.get("status").body();
    }
  }

  @Test
  void undeploying_inTheMiddleOfDictations_leavesNoSecretAnywhere() throws Exception {
    start();
    CountDownLatch signal = new CountDownLatch(1);
    peer.recognitionsAre(TalkativePeer.waiting(signal, TalkativePeer.echoing(500, TOKEN + WORDS)));
    UploadClient upload = UploadClient.create(fixture, UploadClient.part(audio(), 0, 4000));
    told(upload.head());
    fixture.server.undeploy();
    signal.countDown();
    assertNoSecretInJmx();
    assertNoSecretLogged();
  }

  @Test
  void uploads_thatStall_leaveNoSecretAnywhere() throws Exception {
    fixture =
        Fixture.withOwnService(
            peer.deployment(KEY)
                .with("speech.upload-idle-timeout", "PT0.5S")
                .with(new Deployment.OwnFilter("roots", () -> new Roots(roots), true)));
    try (RawClient slow = new RawClient(fixture.server)) {
      slow.post(fixture.server, "Content-Type: audio/wav", "Content-Length: 100000");
      slow.send(UploadClient.part(audio(), 0, 4000));
      RawClient.Answer answer = slow.readAnswer();
      assertEquals(408, answer.status(), answer.body());
      answers.add(answer.toString());
    }
    assertEverywhere();
  }

  @Test
  void settings_thatAreWrong_areToldWithoutTheKey() throws Exception {
    Deployment wrong =
        peer.deployment(KEY + " " + SECOND_KEY)
            .with("speech.secondary-key", SECOND_KEY + "\u00e9")
            .with("speech.region", KEY)
            .with("speech.regoin", SECOND_KEY);
    try (Fixture started = Fixture.withOwnService(wrong)) {
      told(started.get("status")); // Tomcat starts without the application
    } catch (ServletException | IllegalStateException | SettingsException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        assertNoCredential("failure", cause.toString());
      }
    }
    assertTrue(
        log.entries().stream().anyMatch(entry -> entry.text().contains("speech.secondary-key")));
    answers.forEach(answer -> assertNoCredential("an answer", answer));
    log.entries().forEach(entry -> assertNoCredential(entry.logger(), entry.text()));
  }
}
