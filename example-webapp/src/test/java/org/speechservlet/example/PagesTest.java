package org.speechservlet.example;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for the portal as for the servlet's own page. */
final class PagesTest {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " form-action 'self'; frame-src 'self'; base-uri 'none';"
          + " require-trusted-types-for 'script'";

  private static final Path WEBAPP = Path.of("src/main/webapp");
  private static final Pattern IMPORT = Pattern.compile("from '([^']+)'");

  enum Source {
    PORTAL {
      @Override
      byte[] read(String name) throws IOException {
        return Files.readAllBytes(WEBAPP.resolve(name));
      }
    },
    SERVLET {
      @Override
      byte[] read(String name) throws IOException {
        try (InputStream in =
            PagesTest.class.getResourceAsStream("/org/speechservlet/servlet/" + name)) {
          return Objects.requireNonNull(in, name).readAllBytes();
        }
      }
    };

    abstract byte[] read(String name) throws IOException;

    Page page() throws Exception {
      return Page.parse(read(this == PORTAL ? "index.html" : "try-it.html"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void page_underTheStrictPolicy_hasNothingInline(Source source) throws Exception {
    Page page = source.page();

    assertEquals(List.of(), page.find("//script[not(@src)] | //style | //*[@style]"));
    assertEquals(List.of(), page.find("//*[@*[starts-with(name(), 'on')]]"));
    assertEquals(List.of(), page.find("//*[@*[contains(., 'javascript:')]]"));
  }

  /** The servlet sends the policy of its own page as a header. */
  @Test
  void portal_declaresTheStrictPolicy() throws Exception {
    assertEquals(
        List.of(POLICY),
        Source.PORTAL.page().values("//meta[@http-equiv='Content-Security-Policy']/@content"));
  }

  @ParameterizedTest
  @EnumSource
  void page_references_areRelativeAndThere(Source source) throws Exception {
    for (String reference : source.page().values("//@src | //@href | //@data-sample")) {
      assertFalse(reference.contains("//") || reference.startsWith("/"), reference);
      if (isFile(reference)) {
        assertTrue(source.read(reference).length > 0, reference);
      }
    }
  }

  /** The rest are places in the page, and paths that the servlet answers. */
  private static boolean isFile(String reference) {
    return !reference.startsWith("#")
        && !reference.startsWith("speech/")
        && !reference.equals("status");
  }

  @ParameterizedTest
  @EnumSource
  void page_everyControl_hasAName(Source source) throws Exception {
    Page page = source.page();
    String fields = "*[self::input or self::textarea or self::select]";

    assertAll(
        () -> assertFalse(page.find("//" + fields).isEmpty()),
        () ->
            assertEquals(
                List.of(),
                page.find(
                    "//%s[not(ancestor::template)][not(@id = //label/@for)]".formatted(fields))),
        // In a template the script ties the label to the field that stands before it.
        () ->
            assertEquals(
                List.of(),
                page.find("//template//%s[not(following-sibling::label)]".formatted(fields))),
        () -> assertEquals(List.of(), page.find("//button[not(normalize-space())]")),
        () -> assertEquals(List.of(), page.find("//a[not(normalize-space())]")),
        () -> assertEquals(List.of(), page.find("//img[not(@alt)]")),
        () -> assertEquals(List.of(), page.find("//iframe[not(@title)]")),
        () -> assertEquals(List.of(), page.find("//progress[not(@aria-label)]")));
  }

  @ParameterizedTest
  @EnumSource
  void page_structure_isOneThatAScreenReaderCanWalk(Source source) throws Exception {
    Page page = source.page();

    assertAll(
        () -> assertEquals(List.of("en"), page.values("/html/@lang")),
        () -> assertEquals(1, page.find("//title[normalize-space()]").size()),
        () -> assertEquals(1, page.find("//main").size()),
        () -> assertEquals(1, page.find("//h1").size()),
        () -> assertEquals(List.of(), page.find("//button[not(@type)]")),
        () ->
            assertEquals(
                List.of(), page.find("//*[@aria-labelledby][not(@aria-labelledby = //@id)]")),
        () ->
            assertEquals(
                List.of(), page.find("//*[@aria-describedby][not(@aria-describedby = //@id)]")),
        () -> assertEquals(List.of(), page.find("//*[@id = preceding::*/@id]")));
  }

  @Test
  void portal_fieldsOfEachKind_areDictatedInto() throws Exception {
    Page portal = Source.PORTAL.page();

    assertEquals(
        List.of("search", "customer", "subject", "note", "reply"),
        portal.values("//*[@data-dictation]/@id"));
  }

  @Test
  void portal_answersAndErrors_areAnnounced() throws Exception {
    Page portal = Source.PORTAL.page();

    assertEquals(1, portal.find("//template//*[@role='status'][not(normalize-space())]").size());
    assertEquals(1, portal.find("//template//*[@role='alert'][not(normalize-space())]").size());
  }

  @Test
  void portal_samples_areShort16KilohertzMonoWaves() throws Exception {
    for (String sample : Source.PORTAL.page().values("//@data-sample")) {
      byte[] wave = Source.PORTAL.read(sample);
      var format = AudioSystem.getAudioFileFormat(new ByteArrayInputStream(wave));
      assertEquals(16_000, format.getFormat().getSampleRate(), sample);
      assertEquals(1, format.getFormat().getChannels(), sample);
      assertEquals(16, format.getFormat().getSampleSizeInBits(), sample);
      assertTrue(wave.length < 150 * 1024, sample);
    }
  }

  @Test
  void scripts_imports_areThere() throws Exception {
    for (Path script : scripts()) {
      Matcher imports = IMPORT.matcher(Files.readString(script));
      while (imports.find()) {
        assertTrue(
            Files.isRegularFile(WEBAPP.resolve(imports.group(1))),
            script + ": " + imports.group(1));
      }
    }
  }

  @Test
  void scripts_underTrustedTypes_makeNoMarkupFromText() throws Exception {
    Pattern forbidden =
        Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function");
    for (Path script : scripts()) {
      assertFalse(forbidden.matcher(Files.readString(script)).find(), script.toString());
    }
  }

  private static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(WEBAPP)) {
      return files.filter(file -> file.toString().endsWith(".js")).toList();
    }
  }
}
