package org.speechservlet.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Timeout;

/** Pages of others, whatever they hold: nothing of them is lost, doubled or moved. */
class PageFuzzTest {
  private static final String META = "<meta name=\"dictation-fields\" content=\"#notes\" />";
  private static final String FROM_PAGE =
      META + "<script type=\"module\" src=\"./speech/dictation.js\"></script>";
  private static final String FROM_ROOT =
      META + "<script type=\"module\" src=\"/speech/dictation.js\"></script>";

  @Timeout(20)
  @FuzzTest
  void page_ofAnyBytes_isTheSameButForTheButton(byte[] bytes) throws Exception {
    byte[] expected = expected(bytes);
    checkStream(bytes, expected, () -> Math.max(1, bytes.length));
    Random random = new Random(Arrays.hashCode(bytes));
    checkStream(bytes, expected, () -> 1 + random.nextInt(random.nextBoolean() ? 4 : 400));
    checkStream(bytes, expected, () -> 1);
    checkWriter(bytes, random);
  }

  /** By where the place is, found byte by byte; which is behind a tag, and within the bound. */
  private static byte[] expected(byte[] page) {
    InsertionPoint point = new InsertionPoint();
    for (int i = 0; i < page.length && !point.isGivenUp(); i++) {
      if (point.isBehind(page[i] & 0xff)) {
        assertEquals('>', page[i]);
        assertTrue(i < InsertionPoint.SEARCH_LIMIT);
        return joined(page, i + 1, point.hasBase() ? FROM_ROOT : FROM_PAGE);
      }
    }
    return page;
  }

  private static byte[] joined(byte[] page, int place, String elements) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(page, 0, place);
    joined.writeBytes(elements.getBytes(StandardCharsets.US_ASCII));
    joined.write(page, place, page.length - place);
    return joined.toByteArray();
  }

  private static void checkStream(byte[] page, byte[] expected, IntSupplier pieceBytes)
      throws Exception {
    FakePageResponse container = new FakePageResponse("text/html");
    container.bufferSize = Integer.MAX_VALUE;
    write(
        container,
        response -> {
          response.setContentLength(page.length);
          for (int at = 0, end; at < page.length; at = end) {
            end = Math.min(page.length, at + pieceBytes.getAsInt());
            response.getOutputStream().write(page, at, end - at);
          }
        });
    assertArrayEquals(expected, container.content.toByteArray());
    boolean isLengthKnown = container.length >= 0;
    assertTrue(
        !isLengthKnown || container.length == expected.length, "the length is the content's");
  }

  private static void checkWriter(byte[] bytes, Random random) throws Exception {
    String page = new String(bytes, StandardCharsets.UTF_8);
    FakePageResponse whole = new FakePageResponse("text/html");
    write(whole, response -> response.getWriter().write(page));
    FakePageResponse pieces = new FakePageResponse("text/html");
    write(
        pieces,
        response -> {
          for (int at = 0, end; at < page.length(); at = end) {
            end = Math.min(page.length(), at + 1 + random.nextInt(40));
            response.getWriter().write(page.toCharArray(), at, end - at);
          }
        });
    assertEquals(whole.text(), pieces.text());
    String plain = new String(page.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertTrue(
        whole.text().equals(plain)
            || whole.text().replace(FROM_PAGE, "").equals(plain.replace(FROM_PAGE, ""))
            || whole.text().replace(FROM_ROOT, "").equals(plain.replace(FROM_ROOT, "")));
  }

  /** What an application does with its response. */
  private interface Application {
    void write(HttpServletResponse response) throws IOException;
  }

  private static void write(FakePageResponse container, Application application) throws Exception {
    new PageButton("#notes", "/speech", "speech-button")
        .pass(
            new FakePageRequest("", "/page").build(),
            container.build(),
            (request, response) -> application.write((HttpServletResponse) response));
  }
}
