package org.speechservlet.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EndpointRulesTest {
  private static final String TOKEN = "/sts/v1.0/issueToken";
  private static final String RECOGNITION = "/speech/recognition/conversation/cognitiveservices/v1";

  @ParameterizedTest
  @CsvSource({
    "public,westeurope,westeurope.api.cognitive.microsoft.com,westeurope.stt.speech.microsoft.com",
    "us-government,usgovvirginia,usgovvirginia.api.cognitive.microsoft.us,"
        + "usgovvirginia.stt.speech.azure.us",
    "us-government,virginia,virginia.api.cognitive.microsoft.us,virginia.stt.speech.azure.us",
    "china,chinaeast2,chinaeast2.api.cognitive.azure.cn,chinaeast2.stt.speech.azure.cn"
  })
  void region_ofEachCloud_givesBothHosts(String cloud, String region, String token, String stt) {
    SpeechSettings settings =
        GivenSettings.regional().with("cloud", cloud).with("region", region).read();
    assertUris("https://" + token + TOKEN, "https://" + stt + RECOGNITION, settings);
  }

  @ParameterizedTest
  @CsvSource({"public,com", "us-government,us", "china,cn"})
  void resourceName_ofEachCloud_givesOneHostWithSttPrefix(String cloud, String topLevel) {
    SpeechSettings settings =
        GivenSettings.none()
            .with("key", "k")
            .with("cloud", cloud)
            .with("resource-name", "My-Portal")
            .read();
    String host = "https://my-portal.cognitiveservices.azure." + topLevel;
    assertUris(host + TOKEN, host + "/stt" + RECOGNITION, settings);
  }

  @Test
  void mode_ofSetting_isInThePath() {
    SpeechSettings settings = GivenSettings.regional().with("mode", "dictation").read();
    assertEquals(RecognitionMode.DICTATION, settings.recognition().mode());
    assertEquals(
        "/speech/recognition/dictation/cognitiveservices/v1",
        settings.recognition().uri().getPath());
  }

  @Test
  void uris_withoutPaths_areCompleted() {
    SpeechSettings settings = pair("http://localhost:81", "http://localhost:81/?cid=7").read();
    assertUris(
        "http://localhost:81" + TOKEN, "http://localhost:81" + RECOGNITION + "?cid=7", settings);
  }

  @Test
  void uris_ofCustomDomainWithoutPaths_areCompletedWithSttPrefix() {
    String host = "https://p.cognitiveservices.azure.com";
    assertUris(host + TOKEN, host + "/stt" + RECOGNITION, pair(host, host).read());
  }

  @Test
  void uris_withPaths_areTakenAsTheyAre() {
    SpeechSettings settings = pair("https://gw.example/t", "https://gw.example/r/").read();
    assertUris("https://gw.example/t", "https://gw.example/r/", settings);
  }

  @Test
  void uris_besideRegion_overrideIt() {
    SpeechSettings settings =
        pair("https://gw.example/t", "https://gw.example/r").with("region", "westus").read();
    assertUris("https://gw.example/t", "https://gw.example/r", settings);
  }

  @Test
  void recognitionUri_namingAMode_setsTheMode() {
    SpeechSettings settings =
        pair("http://localhost/t", "http://localhost/stt/speech/recognition/interactive/x").read();
    assertEquals(RecognitionMode.INTERACTIVE, settings.recognition().mode());
  }

  @Test
  void recognitionUri_namingAnotherMode_isRefused() {
    String problem =
        pair("http://localhost/t", "http://localhost/speech/recognition/interactive/x")
            .with("mode", "dictation")
            .onlyProblem();
    assertTrue(problem.startsWith("speech.mode = \"dictation\""), problem);
    assertTrue(problem.contains("speech.recognition-uri = \"http://localhost/speech"), problem);
  }

  @Test
  void recognitionUri_withLanguageInQuery_isRefused() {
    String problem = pair("http://localhost/t", "http://localhost/r?LANGUAGE=x").onlyProblem();
    assertTrue(problem.contains("must not have language, format or profanity"), problem);
  }

  @Test
  void tokenUri_withQuery_isRefused() {
    String problem = pair("http://localhost/t?key=1", "http://localhost/r").onlyProblem();
    assertTrue(problem.contains("must have no query"), problem);
  }

  @ParameterizedTest
  @CsvSource({"token-uri,recognition-uri", "recognition-uri,token-uri"})
  void uri_withoutItsPartner_isRefused(String given, String missing) {
    String problem = GivenSettings.regional().with(given, "http://localhost:81").onlyProblem();
    assertTrue(problem.startsWith("speech." + given + " = "), problem);
    assertTrue(problem.contains("is given without speech." + missing), problem);
  }

  @ParameterizedTest
  @CsvSource({
    "westus.api.cognitive.microsoft.com,eastus.stt.speech.microsoft.com,"
        + "westus.stt.speech.microsoft.com",
    "westus.api.cognitive.microsoft.com,p.cognitiveservices.azure.com,"
        + "westus.stt.speech.microsoft.com",
    "p.cognitiveservices.azure.com,westus.stt.speech.microsoft.com,p.cognitiveservices.azure.com",
    "p.cognitiveservices.azure.com,q.cognitiveservices.azure.com,p.cognitiveservices.azure.com",
    "usgovvirginia.api.cognitive.microsoft.us,usgovvirginia.stt.speech.microsoft.com,"
        + "usgovvirginia.stt.speech.azure.us"
  })
  void uris_ofDifferentFamilies_areRefused(String token, String recognition, String right) {
    String problem = pair("https://" + token, "https://" + recognition).onlyProblem();
    assertTrue(problem.endsWith("a token of that issuer is good at " + right), problem);
  }

  @Test
  void uris_ofAnIssuerAndAGateway_areTaken() {
    assertUris(
        "https://westus.api.cognitive.microsoft.com" + TOKEN,
        "https://gw.example/r",
        pair("https://westus.api.cognitive.microsoft.com", "https://gw.example/r").read());
  }

  @Test
  void regionAndResourceName_together_areRefused() {
    String problem = GivenSettings.regional().with("resource-name", "p").onlyProblem();
    assertTrue(problem.contains("name different endpoints"), problem);
  }

  @Test
  void region_ofAnotherCloud_isRefusedWithTheRightCloud() {
    String problem = GivenSettings.regional().with("region", "chinanorth2").onlyProblem();
    assertTrue(problem.endsWith("set speech.cloud to china"), problem);
  }

  @Test
  void endpoint_ofNothing_isRefusedWithAllRemedies() {
    String problem = GivenSettings.regional().without("region").onlyProblem();
    assertTrue(problem.contains("SPEECH_REGION"), problem);
    assertTrue(problem.contains("both speech.token-uri and speech.recognition-uri"), problem);
  }

  @Test
  void region_thatIsInvalid_isReportedOnceOnly() {
    String problem = GivenSettings.regional().with("region", "West Europe").onlyProblem();
    assertTrue(problem.startsWith("speech.region = \"West Europe\""), problem);
    assertTrue(problem.endsWith("write it as westeurope"), problem);
  }

  @ParameterizedTest
  @CsvSource({"key", "none"})
  void tokenUri_withoutTokens_isNotNeeded(String auth) {
    SpeechSettings settings =
        GivenSettings.none()
            .with("auth", auth)
            .with("key", "k")
            .with("recognition-uri", "https://gw.example")
            .read();
    assertNull(settings.auth().tokenUri());
    assertEquals("https://gw.example" + RECOGNITION, settings.recognition().uri().toString());
  }

  private static GivenSettings pair(String tokenUri, String recognitionUri) {
    return GivenSettings.none()
        .with("key", "k")
        .with("token-uri", tokenUri)
        .with("recognition-uri", recognitionUri);
  }

  private static void assertUris(String token, String recognition, SpeechSettings settings) {
    assertEquals(URI.create(token), settings.auth().tokenUri());
    assertEquals(URI.create(recognition), settings.recognition().uri());
  }
}
