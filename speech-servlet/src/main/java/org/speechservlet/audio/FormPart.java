package org.speechservlet.audio;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the headers of a part of {@code multipart/form-data} say (RFC 7578, section 4).
 *
 * @param name the form field's name
 * @param isFile true if the part is a file: it has a file name, or a type that is not text
 * @param type its {@code Content-Type}
 */
record FormPart(String name, boolean isFile, ContentType type) {
  private static final ContentType TEXT = ContentType.parse("text/plain");
  private static final Set<String> IDENTITY_ENCODINGS = Set.of("", "7bit", "8bit", "binary");

  /**
   * Reads a part's headers.
   *
   * @param headers the lines, without the empty one at the end
   * @param start where in the upload they begin
   */
  static FormPart read(String headers, long start) throws AudioException {
    ParameterizedValue disposition =
        ParameterizedValue.parse(field(headers, "content-disposition").orElse(""));
    if (!disposition.value().equalsIgnoreCase("form-data")) {
      throw AudioException.malformed(
          start, "A part of the form has no Content-Disposition: form-data");
    }
    String name = disposition.parameters().getOrDefault("name", "");
    checkEncoding(headers, name);
    ContentType type = field(headers, "content-type").map(ContentType::parse).orElse(TEXT);
    boolean hasFileName =
        disposition.parameters().containsKey("filename")
            || disposition.parameters().containsKey("filename*");
    return new FormPart(name, hasFileName || !type.type().startsWith("text/"), type);
  }

  private static void checkEncoding(String headers, String name) throws AudioException {
    String encoding = field(headers, "content-transfer-encoding").orElse("");
    if (!IDENTITY_ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
      throw AudioException.unsupported(
          "The form field "
              + Quotation.of(name)
              + " has the Content-Transfer-Encoding "
              + Quotation.of(encoding)
              + "; send the file's bytes as they are.");
    }
  }

  private static Optional<String> field(String headers, String lowerCaseName) {
    return headers
        .lines()
        .map(line -> line.split(":", 2))
        .filter(line -> line.length == 2)
        .filter(line -> line[0].strip().toLowerCase(Locale.ROOT).equals(lowerCaseName))
        .map(line -> line[1].strip())
        .findFirst();
  }
}
