package org.speechservlet.page;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells from its status and its header fields what an answer is. */
final class PageAnswer {
  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

  /** No content, or a part of one. */
  private static final Set<Integer> WITHOUT_PAGE = Set.of(204, 205, 206, 304);

  /** With any of these, the bytes are not to be changed. */
  private static final List<String> SEALS =
      List.of("Content-Range", "Content-Digest", "Repr-Digest", "Digest", "Content-MD5");

  /** Here the bytes of ASCII characters may stand for others. */
  private static final Pattern SHIFTING =
      Pattern.compile("(x-)?(iso-2022-.*|hz-gb-.*|hz|utf-7.*)", Pattern.CASE_INSENSITIVE);

  private static final String ALL_ASCII = allAscii();

  private PageAnswer() {}

  static boolean isPage(HttpServletResponse response) {
    return hasPageType(response) && !WITHOUT_PAGE.contains(response.getStatus());
  }

  static boolean hasPageType(HttpServletResponse response) {
    String type = response.getContentType();
    return type != null && PAGES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }

  /** Why a page must be left as it is, as a part of a sentence; null if it need not. */
  static @Nullable String obstacle(HttpServletResponse response) {
    String disposition = response.getHeader("Content-Disposition");
    if (disposition != null
        && disposition.strip().toLowerCase(Locale.ROOT).startsWith("attachment")) {
      return "it is to be saved, not shown (Content-Disposition: attachment)";
    }
    for (String seal : SEALS) {
      if (response.getHeader(seal) != null) {
        return "its bytes are not to be changed (" + seal + ")";
      }
    }
    String charset = response.getCharacterEncoding();
    return charset == null || isAsciiCompatible(charset)
        ? null
        : "ASCII characters are not themselves in its charset, " + charset;
  }

  /** Whether each byte that looks like an ASCII character is one, and the other way round. */
  static boolean isAsciiCompatible(String name) {
    try {
      Charset charset = Charset.forName(name);
      return !SHIFTING.matcher(charset.name()).matches()
          && charset.canEncode()
          && Arrays.equals(
              ALL_ASCII.getBytes(charset), ALL_ASCII.getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return false;
    }
  }

  private static String allAscii() {
    StringBuilder all = new StringBuilder();
    for (char unit = ' '; unit <= '~'; unit++) {
      all.append(unit);
    }
    return all.toString();
  }
}
