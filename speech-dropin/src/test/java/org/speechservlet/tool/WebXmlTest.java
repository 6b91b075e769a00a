package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Entries that go into a descriptor, and come out again. */
final class WebXmlTest {
  private static final String JAR = "speech-servlet-1.0.0-dropin.jar";
  private static final Mapping MAPPING = new Mapping("/speech");
  private static final SpeechEntries PLAIN = new SpeechEntries(MAPPING, Optional.empty(), Map.of());
  private static final SpeechEntries FULL =
      new SpeechEntries(
          MAPPING,
          Optional.of("#größe > [a='\ud83d\ude00'], &"),
          Map.of("speech.region", "westeurope"));

  static Stream<String> names() {
    return Descriptors.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void remove_afterAdd_givesTheSameBytes(String name) throws FailureException {
    byte[] before = Descriptors.named(name);
    for (SpeechEntries entries : new SpeechEntries[] {PLAIN, FULL}) {
      byte[] after = WebXml.read(before).add(entries, JAR);
      assertArrayEquals(
          before, WebXml.read(after).remove().orElseThrow(), new String(after, UTF_8));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void add_toAnyDescriptor_keepsAllOther(String name) throws FailureException {
    WebXml before = WebXml.read(Descriptors.named(name));
    List<Section> old = before.descriptor().sections();
    WebXml after = WebXml.read(before.add(FULL, JAR));
    Descriptor descriptor = after.descriptor();
    List<Section> sections = new ArrayList<>(descriptor.sections());
    int place = firstFilterMapping(old);
    List<Section> added = sections.subList(place, place + sections.size() - old.size());
    assertEquals(
        "context-param filter filter filter-mapping filter-mapping servlet servlet-mapping",
        String.join(" ", added.stream().map(Section::name).toList()));
    added.clear();
    assertEquals(old, sections);
    assertEquals(before.descriptor().version(), descriptor.version());
    assertEquals(
        Optional.of(
            new Marks.Begin(JAR, name.startsWith("empty tag") ? Origin.EMPTY_TAG : Origin.ELEMENT)),
        after.added());
  }

  private static int firstFilterMapping(List<Section> sections) {
    List<String> names = sections.stream().map(Section::name).toList();
    return names.contains("filter-mapping") ? names.indexOf("filter-mapping") : names.size();
  }

  @Test
  void add_withAButton_standsBeforeTheFirstFilterMappingAndItsComments() throws FailureException {
    String mapping =
        "<filter-mapping><filter-name>a</filter-name><url-pattern>/*</url-pattern></filter-mapping>";
    String before =
        "<web-app>\n  <filter-mappings-of-mine/>\n  <!-- one -->\n  <!-- two -->\n  %s\n  %s\n</web-app>"
            .formatted(mapping, mapping);
    String with = new String(WebXml.read(before.getBytes(UTF_8)).add(FULL, JAR), UTF_8);
    String without = new String(WebXml.read(before.getBytes(UTF_8)).add(PLAIN, JAR), UTF_8);
    assertTrue(
        with.startsWith("<web-app>\n  <filter-mappings-of-mine/>\n  <!-- speech-servlet:begin"),
        with);
    assertTrue(with.endsWith("<!-- speech-servlet:end -->\n  " + tail(before)), with);
    assertTrue(without.endsWith("<!-- speech-servlet:end -->\n</web-app>"), without);
  }

  private static String tail(String document) {
    return document.substring(document.indexOf("<!-- one"));
  }

  @Test
  void add_writesWhatTheInstructionsForPeopleSay() throws FailureException {
    byte[] after = WebXml.read(Descriptors.SERVLET_6_1.getBytes(UTF_8)).add(PLAIN, JAR);
    String added =
        """
          <!-- speech-servlet:begin jar=speech-servlet-1.0.0-dropin.jar (what follows was added; the command "remove" takes it out) -->
          <filter>
            <filter-name>speech-token</filter-name>
            <filter-class>org.speechservlet.token.SpeechTokenFilter</filter-class>
            <async-supported>true</async-supported>
          </filter>
          <filter-mapping>
            <filter-name>speech-token</filter-name>
            <url-pattern>/speech/*</url-pattern>
          </filter-mapping>
          <servlet>
            <servlet-name>speech</servlet-name>
            <servlet-class>org.speechservlet.servlet.SpeechServlet</servlet-class>
            <async-supported>true</async-supported>
          </servlet>
          <servlet-mapping>
            <servlet-name>speech</servlet-name>
            <url-pattern>/speech/*</url-pattern>
          </servlet-mapping>
          <!-- speech-servlet:end -->
        </web-app>
        """;
    assertEquals(Descriptors.SERVLET_6_1.replace("</web-app>\n", added), new String(after, UTF_8));
  }

  @Test
  void add_withAButton_writesItsFilter() throws FailureException {
    SpeechEntries entries = new SpeechEntries(new Mapping("/a/b"), Optional.of("#a > b"), Map.of());
    String after = new String(WebXml.read("<web-app/>".getBytes(UTF_8)).add(entries, JAR), UTF_8);
    assertTrue(
        after.contains(
            """
              <filter>
                <filter-name>speech-button</filter-name>
                <filter-class>org.speechservlet.servlet.DictationButtonFilter</filter-class>
                <async-supported>true</async-supported>
                <init-param>
                  <param-name>fields</param-name>
                  <param-value>#a &gt; b</param-value>
                </init-param>
                <init-param>
                  <param-name>speech-path</param-name>
                  <param-value>/a/b</param-value>
                </init-param>
              </filter>
              <filter-mapping>
                <filter-name>speech-token</filter-name>
                <url-pattern>/a/b/*</url-pattern>
              </filter-mapping>
              <filter-mapping>
                <filter-name>speech-button</filter-name>
                <url-pattern>/*</url-pattern>
              </filter-mapping>
            """),
        after);
  }

  @Test
  void add_toLatin1_writesOtherCharactersAsReferences() throws FailureException {
    byte[] after = WebXml.read(Descriptors.named("ISO-8859-1")).add(FULL, JAR);
    assertTrue(
        new String(after, ISO_8859_1).contains("#größe &gt; [a='&#128512;'], &amp;"),
        new String(after, ISO_8859_1));
  }

  @Test
  void add_keepsLineEndsAndTabs() throws FailureException {
    String tabs = Descriptors.SERVLET_6_1.replace("  ", "\t").replace("\n", "\r\n");
    String after = new String(WebXml.read(tabs.getBytes(UTF_8)).add(PLAIN, JAR), UTF_8);
    assertFalse(after.replace("\r\n", "").contains("\n"), after);
    assertTrue(after.contains("\r\n\t<servlet>\r\n\t\t<servlet-name>speech<"), after);
  }

  @Test
  void add_toPrefixedDescriptor_writesThePrefix() throws FailureException {
    String after =
        new String(
            WebXml.read(Descriptors.named("empty tag with a prefix")).add(PLAIN, JAR), UTF_8);
    assertTrue(
        after.contains("\n  <j:servlet>\n    <j:servlet-name>speech</j:servlet-name>"), after);
    assertTrue(after.endsWith("\n</j:web-app>"), after);
  }

  @Test
  void remove_afterAnotherEdit_takesOutOnlyTheBlock() throws FailureException {
    byte[] after = WebXml.read("<web-app/>".getBytes(UTF_8)).add(PLAIN, JAR);
    String edited =
        new String(after, UTF_8).replace("</web-app>", "  <distributable/>\n</web-app>");
    assertEquals(
        "<web-app>\n  <distributable/>\n</web-app>",
        new String(WebXml.read(edited.getBytes(UTF_8)).remove().orElseThrow(), UTF_8));
  }

  @Test
  void read_ofOneMarkAlone_isRefused() throws FailureException {
    byte[] after = WebXml.read("<web-app/>".getBytes(UTF_8)).add(PLAIN, JAR);
    String edited = new String(after, UTF_8).replace("<!-- speech-servlet:end -->", "");
    FailureException e =
        assertThrows(FailureException.class, () -> WebXml.read(edited.getBytes(UTF_8)));
    assertTrue(e.getMessage().contains("1 comments speech-servlet:begin and 0"), e.getMessage());
  }
}
