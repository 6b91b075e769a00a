package org.speechservlet.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettingsReportTest {
  private final Map<String, String> environment = new HashMap<>();

  SettingsReportTest() {
    environment.put("SPEECH_KEY", "sesame");
    environment.put("SPEECH_REGION", "westeurope");
  }

  @Test
  void report_ofSettings_showsEachWithValueAndPlace() {
    environment.put("SPEECH_PROXY", "");
    List<String> lines = report(false);
    assertEquals(
        "  speech.region                    westeurope   (environment SPEECH_REGION)",
        lines.get(1));
    assertEquals(
        "  speech.key                       <set>   (environment SPEECH_KEY)",
        line("speech.key ", lines));
    assertEquals(
        "  speech.secondary-key             <missing>   (default)",
        line("speech.secondary-key ", lines));
    assertEquals(
        "  speech.max-upload-bytes          16MiB   (default)", line("speech.max-upload", lines));
    assertEquals(
        "  speech.proxy                     -   (environment SPEECH_PROXY is blank)",
        line("speech.proxy", lines));
    assertEquals(
        "  token from                       https://westeurope.api.cognitive.microsoft.com"
            + "/sts/v1.0/issueToken",
        line("token from", lines));
    assertEquals(1 + KnownSettings.ALL.size() + 2, lines.size());
    assertFalse(lines.toString().contains("sesame"));
  }

  @Test
  void report_ofSettingsWithoutUse_saysSo() {
    environment.put("SPEECH_TOKEN_URI", "https://gw.example/t");
    environment.put("SPEECH_RECOGNITION_URI", "https://gw.example/r");
    environment.put("SPEECH_AUTH", "none");
    List<String> notes = report(false).stream().filter(l -> l.startsWith("  Note")).toList();
    assertEquals(3, notes.size(), notes.toString());
    assertTrue(notes.get(0).contains("speech.key"));
    assertTrue(notes.get(1).contains("speech.token-uri"));
    assertTrue(notes.get(2).contains("speech.region"));
  }

  @Test
  void report_ofLateRenewal_saysThatItComesEarlier() {
    environment.put("SPEECH_TOKEN_RENEW_AFTER", "PT9M");
    assertTrue(report(false).toString().contains("at the age of 6 minutes at the latest"));
    assertFalse(report(true).toString().contains("at the age of 6 minutes at the latest"));
  }

  private List<String> report(boolean hasTokenSource) {
    SettingSources sources =
        SettingSources.of(name -> null, environment::get, name -> null, DeclaredParameters.NONE);
    SettingsReading reading = new SettingsEvaluation(sources, hasTokenSource).reading();
    return SettingsReport.of(reading, reading.require(), hasTokenSource).lines().toList();
  }

  private static String line(String name, List<String> lines) {
    return lines.stream().filter(line -> line.strip().startsWith(name)).findFirst().orElseThrow();
  }
}
