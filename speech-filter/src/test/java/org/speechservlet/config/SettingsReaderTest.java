package org.speechservlet.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsReaderTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, Object> jndi = new HashMap<>();
  private final List<Declaration> initParams = new ArrayList<>();
  private final List<Declaration> contextParams = new ArrayList<>();

  @Test
  void settings_ofKeyAndRegionAlone_haveTheDefaults() {
    SpeechSettings settings = GivenSettings.regional().read();
    assertEquals(AuthMode.TOKEN, settings.auth().mode());
    assertEquals(Duration.ofMinutes(6), settings.auth().renewAfter());
    assertEquals("en-US", settings.recognition().language());
    assertTrue(settings.recognition().allowsLanguage("fr-FR"));
    assertEquals(Profanity.MASKED, settings.recognition().profanity());
    assertEquals(
        new LimitSettings(
            Duration.ofSeconds(60), 16 * 1024 * 1024, 10_000, 256 * 1024, 16 * 1024 * 1024),
        settings.limits());
    assertEquals(
        new ConnectionSettings(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30), null),
        settings.connection());
    assertEquals(Set.of(), settings.access().allowedOrigins());
    assertEquals("", settings.uploadRoute());
  }

  @Test
  void lookup_ofAllPlaces_takesTheFirstInOrder() {
    environment.put("SPEECH_KEY", KEY);
    environment.put("SPEECH_REGION", "westus");
    contextParams.add(new Declaration("speech.language", "fr-FR", "context-param"));
    assertEquals("fr-FR", read().recognition().language());
    initParams.add(new Declaration("language", "it-IT", "init-param"));
    assertEquals("it-IT", read().recognition().language());
    jndi.put("java:comp/env/speech/language", "es-ES");
    assertEquals("es-ES", read().recognition().language());
    environment.put("SPEECH_LANGUAGE", "de-DE");
    assertEquals("de-DE", read().recognition().language());
    properties.put("speech.language", "pl-PL");
    assertEquals("pl-PL", read().recognition().language());
  }

  @Test
  void lookup_ofNameWithDotAndHyphen_asksForEachSpelling() {
    environment.put("SPEECH_KEY", KEY);
    environment.put("SPEECH_REGION", "westus");
    environment.put("SPEECH_TOKEN_RENEW_AFTER", "PT1M");
    assertEquals(Duration.ofMinutes(1), read().auth().renewAfter());
    environment.remove("SPEECH_TOKEN_RENEW_AFTER");
    jndi.put("java:comp/env/speech/token.renew-after", "PT2M");
    assertEquals(Duration.ofMinutes(2), read().auth().renewAfter());
  }

  @Test
  void lookup_ofBlankText_goesOnToTheNextPlace() {
    environment.put("SPEECH_KEY", "  ");
    contextParams.add(new Declaration("speech.key", " " + KEY + "\n", "context-param"));
    environment.put("SPEECH_REGION", "westus");
    assertEquals(new KeySetting.Text(KEY), read().auth().key());
  }

  @Test
  void lookup_ofBlankKeyAlone_saysWhichPlaceIsBlank() {
    environment.put("SPEECH_KEY", "");
    environment.put("SPEECH_REGION", "westus");
    assertTrue(problems().get(0).contains("speech.key is <missing> (environment SPEECH_KEY is"));
  }

  @Test
  void jndi_withNumbersAndFlags_isRead() {
    environment.put("SPEECH_KEY", KEY);
    environment.put("SPEECH_REGION", "westus");
    jndi.put("java:comp/env/speech/max-concurrent", 12);
    jndi.put("java:comp/env/speech/key", new Object());
    SpeechSettings settings = read();
    assertEquals(12, settings.limits().maxConcurrent());
    assertEquals(new KeySetting.Text(KEY), settings.auth().key());
  }

  @Test
  void jndi_thatFails_countsAsNotSet() {
    JndiSource failing =
        new JndiSource(
            name -> {
              throw new NamingException("down");
            });
    assertNull(failing.find(KnownSettings.KEY));
    JndiSource wrapping =
        new JndiSource(
            name -> {
              NamingException e = new NamingException("Lookup failed");
              e.setRootCause(new NameNotFoundException(name));
              throw e;
            });
    assertNull(wrapping.find(KnownSettings.KEY));
  }

  @Test
  void problems_ofAllKinds_areReportedTogetherWithPlaces() {
    properties.put("speech.region", "West Europe");
    environment.put("SPEECH_CONNECT_TIMEOUT", "5");
    contextParams.add(
        new Declaration("speech.max-audio-duratoin", "PT1M", "context-param speech.max-..."));
    List<String> problems = problems();
    assertEquals(4, problems.size(), problems.toString());
    assertTrue(problems.get(0).startsWith("speech.region = \"West Europe\" (system property"));
    assertEquals(
        "speech.connect-timeout = \"5\" (environment SPEECH_CONNECT_TIMEOUT) must be a duration"
            + " from PT0.1S to PT2M, in ISO 8601 form such as PT6M or PT0.5S: a number has no unit;"
            + " for seconds write PT5S",
        problems.get(1));
    assertTrue(problems.get(2).endsWith("is called speech.max-audio-duration"));
    assertTrue(problems.get(3).startsWith("speech.key is <missing>"));
  }

  @Test
  void exception_withProblems_listsThemAll() {
    SettingsException e = assertThrows(SettingsException.class, () -> SpeechSettings.of(Map.of()));
    assertTrue(
        String.valueOf(e.getMessage())
            .startsWith("The speech settings cannot be used (2 problems):\n  - speech.key is"),
        e.getMessage());
  }

  @Test
  void initParams_ofTwoPlacesWithTwoValues_areRefusedNamingBoth() {
    environment.put("SPEECH_KEY", KEY);
    environment.put("SPEECH_REGION", "westus");
    initParams.add(new Declaration("mode", "dictation", "init-param mode of filter 'a'"));
    initParams.add(new Declaration("mode", " dictation ", "init-param mode of filter 'b'"));
    assertEquals(RecognitionMode.DICTATION, read().recognition().mode());
    initParams.add(new Declaration("mode", "interactive", "init-param mode of servlet 'c'"));
    assertEquals(
        List.of(
            "speech.mode has two values: dictation (init-param mode of filter 'a') and interactive"
                + " (init-param mode of servlet 'c'); all of them share one, so leave one of the"
                + " two out"),
        problems());
  }

  @Test
  void initParams_withSecretsThatDiffer_areMasked() {
    environment.put("SPEECH_REGION", "westus");
    initParams.add(new Declaration("key", "sesame1", "filter 'a'"));
    initParams.add(new Declaration("key", "sesame2", "servlet 'b'"));
    assertFalse(problems().toString().contains("sesame"));
  }

  @ParameterizedTest
  @CsvSource({"regoin,region", "speech.key,key", "conect-timeout,connect-timeout", "x,key"})
  void initParam_ofUnknownName_namesTheNearest(String written, String nearest) {
    initParams.add(new Declaration(written, "v", "init-param " + written + " of filter 'f'"));
    assertEquals(
        "init-param "
            + written
            + " of filter 'f' is not a setting; the nearest one there is called "
            + nearest,
        problems().get(0));
  }

  @Test
  void credentials_givenTwice_areRefused() {
    String problem = GivenSettings.regional().with("key-file", "/run/key").onlyProblem();
    assertTrue(problem.startsWith("speech.key = <set> ("), problem);
    assertTrue(problem.contains("speech.key-file = \"/run/key\""), problem);
    problem =
        GivenSettings.regional()
            .with("secondary-key", "b")
            .with("secondary-key-file", "/run/b")
            .onlyProblem();
    assertTrue(problem.startsWith("speech.secondary-key = <set> ("), problem);
  }

  @Test
  void credentials_withSecondKeyOnly_areRefused() {
    String problem =
        GivenSettings.regional().without("key").with("secondary-key", "b").onlyProblem();
    assertTrue(problem.startsWith("a secondary key is given without a first one"), problem);
  }

  @Test
  void credentials_inFiles_areAbsolutePaths() {
    SpeechSettings settings =
        GivenSettings.regional().without("key").with("key-file", "conf/key").read();
    Path expected = Path.of("conf/key").toAbsolutePath();
    assertEquals(new KeySetting.File(expected), settings.auth().key());
  }

  @Test
  void tokenSource_ofTheApplication_needsNoKeyAndNoTokenUri() {
    environment.put("SPEECH_RECOGNITION_URI", "https://gw.example/r");
    SpeechSettings settings = new SettingsEvaluation(sources(), true).read();
    assertNull(settings.auth().tokenUri());
    assertNull(settings.auth().key());
  }

  @Test
  void tokenSource_besideAuthByKey_isRefused() {
    environment.put("SPEECH_RECOGNITION_URI", "https://gw.example/r");
    environment.put("SPEECH_AUTH", "key");
    SettingsException e =
        assertThrows(SettingsException.class, () -> new SettingsEvaluation(sources(), true).read());
    assertTrue(e.problems().get(0).startsWith("speech.auth = \"key\""), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:1/",
        "http://127.0.0.1/",
        "http://127.9.9.9/",
        "http://[::1]:1/",
        "http://a.localhost/",
        "https://example.org/"
      })
  void plainHttp_toLoopback_isAllowed(String uri) {
    assertEquals(uri + "x", uris(uri).read().recognition().uri().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/",
        "http://localhost.example.org/",
        "http://127.0.0.1.example.org/",
        "http://10.0.0.1/",
        "http://127.example/"
      })
  void plainHttp_toAnotherHost_isRefusedUnlessAllowed(String uri) {
    List<String> problems = uris(uri).problems();
    assertEquals(2, problems.size(), problems.toString());
    assertTrue(problems.get(0).startsWith("speech.token-uri = "));
    assertTrue(problems.get(1).startsWith("speech.recognition-uri = "));
    assertTrue(problems.get(1).contains("speech.allow-plain-http"));
    assertEquals(
        uri + "x",
        uris(uri).with("allow-plain-http", "true").read().recognition().uri().toString());
  }

  @Test
  void plainHttp_withoutCredential_isAllowed() {
    SpeechSettings settings =
        GivenSettings.none()
            .with("auth", "none")
            .with("recognition-uri", "http://10.0.0.1/x")
            .read();
    assertEquals("http://10.0.0.1/x", settings.recognition().uri().toString());
  }

  private static GivenSettings uris(String base) {
    return GivenSettings.none()
        .with("key", "k")
        .with("token-uri", base + "t")
        .with("recognition-uri", base + "x");
  }

  @Test
  void languages_withoutTheDefaultOne_areRefused() {
    String problem = GivenSettings.regional().with("languages", "de-DE, fr-FR").onlyProblem();
    assertTrue(problem.contains("must contain the default language en-US"), problem);
    SpeechSettings settings =
        GivenSettings.regional().with("languages", "de-DE").with("language", "de-de").read();
    assertTrue(settings.recognition().allowsLanguage("DE-de"));
    assertFalse(settings.recognition().allowsLanguage("en-US"));
  }

  @Test
  void replay_ofOneBeyondTheTotal_isRefused() {
    String problem =
        GivenSettings.regional().with("replay.max-total-bytes", "128KiB").onlyProblem();
    assertTrue(problem.contains("262144 bytes for one recognition"), problem);
    assertTrue(problem.contains("131072 bytes"), problem);
  }

  @Test
  void value_thatLooksLikeAKey_isHiddenWhereverItStands() {
    List<String> problems = GivenSettings.regional().with("region", KEY).problems();
    assertFalse(problems.toString().contains(KEY));
    assertTrue(problems.get(0).contains("<32 characters, hidden because they look like a key>"));
  }

  private SpeechSettings read() {
    return new SettingsEvaluation(sources(), false).read();
  }

  private List<String> problems() {
    return assertThrows(SettingsException.class, this::read).problems();
  }

  private SettingSources sources() {
    return SettingSources.of(
        properties::get,
        environment::get,
        jndi::get,
        new DeclaredParameters(initParams, contextParams));
  }
}
