package org.speechservlet.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PageResponseTest {
  private static final String HEAD = "<!DOCTYPE html><html lang=\"de\"><head>";
  private static final String REST = "<title>Gr\u00fc\u00dfe</title></head><body>\u20ac<p></body>";
  private static final String PAGE = HEAD + REST;
  private static final String ELEMENTS =
      "<meta name=\"dictation-fields\" content=\"#notes\" />"
          + "<script type=\"module\" src=\"./speech/dictation.js\"></script>";

  private FakePageResponse container = new FakePageResponse("text/html;charset=UTF-8");
  private HttpServletResponse response = container.build();

  @BeforeEach
  void begin() throws Exception {
    begin("text/html;charset=UTF-8");
  }

  private void begin(String contentType) throws Exception {
    container = new FakePageResponse(contentType);
    new PageButton("#notes", "/speech", "speech-button")
        .pass(
            new FakePageRequest("", "/page").build(),
            container.build(),
            (request, page) -> response = (HttpServletResponse) page);
  }

  /** The ways in which an application writes. */
  enum Way {
    BYTES {
      @Override
      void write(String piece, HttpServletResponse response) throws IOException {
        response.getOutputStream().write(piece.getBytes(StandardCharsets.UTF_8));
      }
    },
    SINGLE_BYTES {
      @Override
      void write(String piece, HttpServletResponse response) throws IOException {
        for (byte unit : piece.getBytes(StandardCharsets.UTF_8)) {
          response.getOutputStream().write(unit);
        }
      }
    },
    STRINGS {
      @Override
      void write(String piece, HttpServletResponse response) throws IOException {
        response.getWriter().write(piece);
      }
    },
    CHARACTERS {
      @Override
      void write(String piece, HttpServletResponse response) throws IOException {
        char[] padded = ("<body>" + piece + "<body>").toCharArray();
        response.getWriter().write(padded, 6, piece.length());
      }
    },
    SINGLE_CHARACTERS {
      @Override
      void write(String piece, HttpServletResponse response) throws IOException {
        for (int i = 0; i < piece.length(); i++) {
          response.getWriter().append(piece.charAt(i));
        }
      }
    };

    abstract void write(String piece, HttpServletResponse response) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void page_cutAnywhere_hasTheButtonRightAfterItsHeadTag(Way way) throws Exception {
    for (int cut = 0; cut <= PAGE.length(); cut++) {
      for (int next = cut; next <= PAGE.length(); next += 7) {
        begin();
        way.write(PAGE.substring(0, cut), response);
        way.write(PAGE.substring(cut, next), response);
        way.write(PAGE.substring(next), response);

        assertEquals(HEAD + ELEMENTS + REST, container.text(), "cut at " + cut + " and " + next);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void answerOfAnotherType_passesAsItIs(Way way) throws Exception {
    begin("text/plain");

    way.write(PAGE, response);

    assertEquals(PAGE, container.text());
  }

  @Test
  void print_toTheStream_isSearchedAsWell() throws Exception {
    response.getOutputStream().print("<html><he");
    response.getOutputStream().println("ad><title>");

    assertEquals("<html><head>" + ELEMENTS + "<title>\r\n", container.text());
  }

  @Test
  void lineEndInATag_endsItsName() throws Exception {
    PrintWriter writer = response.getWriter();
    writer.println("<head");
    writer.printf(Locale.ROOT, "class=%s>%n", "x");
    writer.printf(Locale.ROOT, "%.1f", 0.5);

    String end = System.lineSeparator();
    assertEquals("<head" + end + "class=x>" + ELEMENTS + end + "0.5", container.text());
  }

  @Test
  void write_inWhichTheButtonComes_isOneWrite() throws Exception {
    response.getOutputStream().write(PAGE.getBytes(StandardCharsets.UTF_8));

    assertEquals(1, container.writes);
  }

  @Test
  void announcedLength_isCorrected_howeverItWasAnnounced() throws Exception {
    int expected = PAGE.length() + ELEMENTS.length();
    response.setContentLength(PAGE.length());
    response.getOutputStream().print("<head>");
    assertEquals(expected, container.length);

    response.setContentLengthLong(1);
    response.setHeader("content-length", "" + PAGE.length());
    assertEquals(expected, container.length);

    response.setContentLengthLong(1);
    response.addIntHeader("Content-Length", PAGE.length());
    assertEquals(expected, container.length);
  }

  @Test
  void announcedLength_ofAFragment_staysAsItIs() throws Exception {
    String fragment = "<p>" + "x".repeat(10_000) + "</p>";
    response.setContentLength(fragment.length());

    response.getOutputStream().print(fragment);

    assertEquals(fragment, container.text());
    assertEquals(fragment.length(), container.length);
  }

  @Test
  void announcedLength_ofAPageWhoseHeadComesLate_isWithdrawnAndTheButtonComes() throws Exception {
    response.setContentLength(1_000_000);

    response.getOutputStream().print("<html><!--" + "x".repeat(10_000) + "-->");
    response.getOutputStream().print("<head>");

    assertEquals(-1, container.length);
    assertTrue(container.text().endsWith("<head>" + ELEMENTS), container::text);
  }

  @Test
  void announcedLength_ofAPageThatComesInPieces_isCorrected() throws Exception {
    response.setContentLength(PAGE.length());

    response.getOutputStream().print("<html>");
    assertEquals(-1, container.length);
    response.setContentLength(PAGE.length());
    response.getOutputStream().print("<head>");

    assertEquals(PAGE.length() + ELEMENTS.length(), container.length);
  }

  @Test
  void announcedLength_ofADocumentWithoutAPlace_isToldInTheEnd() throws Exception {
    container.bufferSize = 1024 * 1024;
    response.setContentLength(100_000);

    response.getOutputStream().print("<html>");
    assertEquals(-1, container.length);
    response.getOutputStream().print("x".repeat(InsertionPoint.SEARCH_LIMIT));

    assertEquals(100_000, container.length);
  }

  @Test
  void announcedLength_thatWasSent_keepsTheButtonAway() throws Exception {
    response.setContentLength(10_006);

    response.getOutputStream().print("x".repeat(10_000));
    response.getOutputStream().print("<head>");

    assertEquals(10_006, container.length);
    assertTrue(container.text().endsWith("x<head>"), container::text);
  }

  @Test
  void flush_beforeTheHead_doesNotKeepTheButtonAway() throws Exception {
    response.getWriter().write("<html>");
    response.flushBuffer();
    response.getWriter().write("<head>");

    assertEquals("<html><head>" + ELEMENTS, container.text());
  }

  @Test
  void pageAfterAReset_hasTheButtonOnce() throws Exception {
    response.getOutputStream().print(HEAD);
    response.reset();
    response.setHeader("Content-Type", "text/html");
    response.setContentLength(HEAD.length());

    response.getOutputStream().print(HEAD);

    assertEquals(HEAD + ELEMENTS, container.text());
    assertEquals(HEAD.length() + ELEMENTS.length(), container.length);
  }

  @Test
  void contentAfterAResetOfTheBuffer_hasItsOwnLength() throws Exception {
    response.setContentLength(HEAD.length());
    response.getOutputStream().print(HEAD);
    response.resetBuffer();
    assertEquals(HEAD.length(), container.length);

    response.getOutputStream().print("<p>" + "x".repeat(HEAD.length() - 3));

    assertEquals(HEAD.length(), container.text().length());
    assertEquals(HEAD.length(), container.length);
  }

  @Test
  void typeThatIsSetLate_countsAtTheFirstByte() throws Exception {
    begin("text/plain");
    PrintWriter writer = response.getWriter();
    writer.write("");
    response.setHeader("Content-Type", "text/html");

    writer.write(HEAD);

    assertEquals(HEAD + ELEMENTS, container.text());
  }

  @Test
  void entityTagAndRanges_ofAPageWithTheButton_areNoLongerTheFiles() throws Exception {
    response.setHeader("ETag", "\"a\"");
    response.setHeader("Accept-Ranges", "bytes");

    response.getOutputStream().print(HEAD);

    assertEquals("W/\"a\"", container.fields.get("ETag"));
    assertEquals("none", container.fields.get("Accept-Ranges"));
    assertEquals("Sec-Fetch-Dest", container.fields.get("Vary"));
  }

  @Test
  void entityTag_ofAFragment_staysStrong() throws Exception {
    response.setHeader("ETag", "\"a\"");

    response.getOutputStream().print("<p>");

    assertEquals("\"a\"", container.fields.get("ETag"));
  }

  @Test
  void nonceOfThePolicy_isTheScripts() throws Exception {
    response.setHeader("Content-Security-Policy", "script-src 'nonce-a&b'");

    response.getOutputStream().print(HEAD);

    assertTrue(container.text().contains(" nonce=\"a&#38;b\"></script>"), container::text);
  }

  @Test
  void pageWithABaseBeforeThePlace_namesTheScriptFromTheRoot() throws Exception {
    response.getOutputStream().print("<html><base href='/x/'><body>");

    assertTrue(container.text().contains("src=\"/speech/dictation.js\""), container::text);
  }

  @Test
  void responseThatIsWrappedAlready_isNotWrappedAgain() throws Exception {
    HttpServletResponse first = response;
    new PageButton("#notes", "/speech", "speech-button")
        .pass(
            new FakePageRequest("", "/page").build(),
            first,
            (request, page) -> response = (HttpServletResponse) page);

    assertSame(first, response);
  }

  @ParameterizedTest
  @CsvSource({
    "document, , true",
    "iframe, , true",
    "script, , false",
    "empty, , false",
    "empty, prefetch, true",
    ", , true",
  })
  void requestOfABrowser_isWrapped_whereItsAnswerIsShown(
      @Nullable String destination, @Nullable String purpose, boolean isShown) throws Exception {
    FakePageRequest request = new FakePageRequest("", "/page");
    request.fields.put("Sec-Fetch-Dest", destination);
    request.fields.put("Sec-Purpose", purpose);
    container = new FakePageResponse("text/html");
    HttpServletResponse behind = container.build();
    new PageButton("#notes", "/speech", "speech-button")
        .pass(request.build(), behind, (passed, page) -> response = (HttpServletResponse) page);

    response.getWriter().write(HEAD);

    assertEquals(isShown ? HEAD + ELEMENTS : HEAD, container.text());
  }
}
