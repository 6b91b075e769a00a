package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.speechservlet.check.CheckReport;
import org.speechservlet.check.Finding;
import org.speechservlet.check.Step;
import org.speechservlet.check.Verdict;
import org.speechservlet.config.SettingsReading;

final class CheckCommandTest {
  private static final String SERVLET =
      """
      <filter>
        <filter-name>speech-token</filter-name>
        <filter-class>org.speechservlet.token.SpeechTokenFilter</filter-class>
        <async-supported>true</async-supported>
        <init-param>
          <param-name>language</param-name><param-value> fr-FR </param-value>
        </init-param>
      </filter>
      <filter-mapping>
        <filter-name>speech-token</filter-name><servlet-name>speech</servlet-name>
      </filter-mapping>
      <servlet>
        <servlet-name>speech</servlet-name>
        <servlet-class>org.speechservlet.servlet.SpeechServlet</servlet-class>
        <async-supported>true</async-supported>
      </servlet>
      <servlet-mapping>
        <servlet-name>speech</servlet-name><url-pattern>/voice/*</url-pattern>
      </servlet-mapping>
      """;

  @TempDir private Path folder = Path.of("");

  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Verdict verdict = Verdict.PASSED;
  private @Nullable SettingsReading read;

  private ExitCode check(String... arguments) throws UsageException, FailureException {
    CheckCommand command =
        new CheckCommand(
            new ProcessSettings(Map.of(), environment),
            reading -> {
              read = reading;
              Finding finding = new Finding(Step.RECOGNITION, verdict, "Words of the check.");
              return new CheckReport(List.of(finding), Duration.ZERO);
            });
    PrintStream stream = new PrintStream(out, true, UTF_8);
    return command.run(
        ArgumentReader.read(command.syntax(), List.of(arguments)), new Console(stream, stream));
  }

  private String printed() {
    return out.toString(UTF_8);
  }

  private String war(String webXmlContent) throws IOException {
    return war(webXmlContent, "");
  }

  private String war(String webXmlContent, String contextXmlContent) throws IOException {
    Path war = folder.resolve("app.war");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      put(zip, "WEB-INF/web.xml", "<web-app>" + webXmlContent + "</web-app>");
      put(zip, "META-INF/context.xml", "<Context>" + contextXmlContent + "</Context>");
    }
    return war.toString();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }

  private static String param(String name, String value) {
    return "<context-param><param-name>%s</param-name><param-value>%s</param-value></context-param>"
        .formatted(name, value);
  }

  private String shown(String setting) {
    return Objects.requireNonNull(read).lines().stream()
        .filter(line -> line.name().equals(setting))
        .map(line -> line.text() + " (" + line.place() + ")")
        .findFirst()
        .orElseThrow();
  }

  @Test
  void environmentAlone_isCheckedWithoutAWar() throws Exception {
    environment.put("SPEECH_REGION", "westeurope");

    assertEquals(ExitCode.DONE, check());

    assertEquals("westeurope (environment SPEECH_REGION)", shown("speech.region"));
    assertTrue(printed().startsWith("ok    recognition: Words of the check."), printed());
    assertTrue(printed().contains("Everything that was looked at is right."), printed());
  }

  @Test
  void exitCode_isOneOnlyWhereSomethingFails() throws Exception {
    verdict = Verdict.WARNING;
    assertEquals(ExitCode.DONE, check());
    assertTrue(printed().startsWith("warn  "), printed());
    verdict = Verdict.FAILED;
    assertEquals(ExitCode.FAILED, check());
    assertTrue(printed().contains("FAIL  "), printed());
  }

  @Test
  void war_isReadAsTheServletWouldReadIt() throws Exception {
    String envEntry =
        "<env-entry><env-entry-name>speech/region</env-entry-name>"
            + "<env-entry-type>java.lang.String</env-entry-type>"
            + "<env-entry-value>northeurope</env-entry-value></env-entry>";

    assertEquals(
        ExitCode.DONE,
        check(war(param("speech.mode", "dictation") + param("other", "x") + SERVLET + envEntry)));

    assertEquals("dictation (context-param speech.mode)", shown("speech.mode"));
    assertEquals("fr-FR (init-param language of filter 'speech-token')", shown("speech.language"));
    assertEquals("northeurope (JNDI java:comp/env/speech/region)", shown("speech.region"));
    assertTrue(printed().contains("The servlet 'speech' is at /voice/*."), printed());
    assertTrue(printed().contains("The filter 'speech-token' is at speech."), printed());
  }

  @Test
  void contextXml_countsLessThanWebXmlUnlessItForbidsThat() throws Exception {
    String parameter = "<Parameter name='speech.%s' value='%s' override='%s'/>";
    check(
        war(
            param("speech.mode", "dictation") + param("speech.profanity", "raw") + SERVLET,
            parameter.formatted("mode", "interactive", "true")
                + parameter.formatted("profanity", "removed", "false")
                + "<Environment name='speech/region' value='westus' type='java.lang.String'/>"));

    assertTrue(shown("speech.mode").startsWith("dictation"), shown("speech.mode"));
    assertTrue(shown("speech.profanity").startsWith("removed"), shown("speech.profanity"));
    assertTrue(shown("speech.region").startsWith("westus"), shown("speech.region"));
  }

  @Test
  void setOption_countsAsAContextParamBeforeThoseOfTheWar() throws Exception {
    check(war(param("speech.mode", "dictation") + SERVLET), "--set", "mode=interactive");

    assertEquals("interactive (--set mode)", shown("speech.mode"));
  }

  @Test
  void key_onTheCommandLine_isRefused() {
    UsageException refused =
        assertThrows(UsageException.class, () -> check("--set", "speech.key=a-secret"));

    assertTrue(refused.getMessage().contains("SPEECH_KEY"), refused.getMessage());
    assertFalse(refused.getMessage().contains("a-secret"), refused.getMessage());
  }

  @Test
  void secondWar_isTooMuch() {
    assertThrows(UsageException.class, () -> check("a.war", "b.war"));
  }

  @Test
  void warWithoutSpeech_failsWithTheCommandThatPutsItIn() throws Exception {
    assertEquals(ExitCode.FAILED, check(war("")));
    assertTrue(printed().contains("with the command add"), printed());
  }

  @Test
  void servletWithoutAsync_isAWarning() throws Exception {
    assertEquals(
        ExitCode.DONE, check(war(SERVLET.replace("<async-supported>true</async-supported>", ""))));
    assertTrue(printed().contains("warn  web application: The servlet 'speech' lacks"), printed());
  }

  @Test
  void servletWithoutMapping_fails() throws Exception {
    assertEquals(ExitCode.FAILED, check(war(SERVLET.replace("servlet-mapping", "x"))));
    assertTrue(printed().contains("has no mapping"), printed());
  }

  @Test
  void warThatIsNotThere_cannotBeRead() {
    assertThrows(FailureException.class, () -> check(folder.resolve("none.war").toString()));
  }

  @Test
  void keyInTheWar_isNotPrinted() throws Exception {
    check(war(param("speech.key", "0123456789abcdef") + SERVLET));

    assertFalse(printed().contains("0123456789abcdef"), printed());
    assertTrue(
        Objects.requireNonNull(read).problems().stream()
            .noneMatch(problem -> problem.contains("0123456789abcdef")));
  }

  @Test
  void webXmlThatNamesAFile_getsNothingOfIt() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET-CONTENT");
    List<String> documents = new ArrayList<>();
    documents.add(
        "<!DOCTYPE web-app [<!ENTITY file SYSTEM '"
            + secret.toUri()
            + "'>]>\n<web-app>"
            + param("speech.mode", "&file;")
            + SERVLET
            + "</web-app>");
    documents.add(
        "<!DOCTYPE web-app [<!ENTITY % file SYSTEM '"
            + secret.toUri()
            + "'> %file;]>\n<web-app>"
            + SERVLET
            + "</web-app>");
    for (String document : documents) {
      Path war = folder.resolve("hostile.war");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
        put(zip, "WEB-INF/web.xml", document);
      }
      check(war.toString());
      assertFalse(shown("speech.mode").contains("SECRET-CONTENT"), shown("speech.mode"));
    }
  }

  @Test
  void webXmlThatGrowsWithoutBound_isRefused() throws Exception {
    StringBuilder entities = new StringBuilder("<!DOCTYPE web-app [<!ENTITY a0 'aaaaaaaaaa'>");
    for (int i = 1; i < 10; i++) {
      entities
          .append("<!ENTITY a")
          .append(i)
          .append(" '")
          .append(("&a" + (i - 1) + ";").repeat(10))
          .append("'>");
    }
    Path war = folder.resolve("bomb.war");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      put(zip, "WEB-INF/web.xml", entities + "]><web-app>&a9;</web-app>");
    }

    assertThrows(FailureException.class, () -> check(war.toString()));
  }

  @Test
  void webXmlOfAnOldDocumentType_isReadWithoutFetchingIt() throws Exception {
    Path war = folder.resolve("old.war");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      put(
          zip,
          "WEB-INF/web.xml",
          "<!DOCTYPE web-app PUBLIC '-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN'"
              + " 'http://java.example.invalid/dtd/web-app_2_3.dtd'><web-app>"
              + param("speech.mode", "dictation")
              + SERVLET
              + "</web-app>");
    }

    check(war.toString());

    assertTrue(shown("speech.mode").startsWith("dictation"), shown("speech.mode"));
  }
}
