package org.speechservlet.audio;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the one file out of a {@code multipart/form-data} body (RFC 7578) and passes its bytes on
 * as they come. Other fields are passed over; a second file, or none, is refused.
 *
 * <pre>
 *   PREAMBLE --delimiter--> AFTER_DELIMITER --CR LF--> HEADERS --empty line--> CONTENT
 *                             |      ^                                           |
 *                             |      |----------------- delimiter ---------------|
 *                             |--hyphen hyphen--> EPILOGUE
 * </pre>
 */
final class FormReader implements AudioReader {
  private static final int MAX_BOUNDARY_CHARS = 70;
  private static final int MARK_BYTES = 2;

  /** What is not the file may not grow without end. */
  private static final long MAX_OTHER_BYTES = 64 * 1024;

  private enum State {
    PREAMBLE,
    AFTER_DELIMITER,
    HEADERS,
    CONTENT,
    EPILOGUE
  }

  private final FormFile.Opener opener;
  private final BoundaryScanner scanner;
  private final FormPartHeaders headers = new FormPartHeaders();
  private final ByteGatherer mark = new ByteGatherer(MARK_BYTES);
  private final AudioReader passedOver = new PassedOver();

  private State state = State.PREAMBLE;
  private AudioReader content = passedOver;
  private @Nullable FormFile file;
  private String fileField = "";
  private long position;
  private long otherBytes;

  private FormReader(String boundary, FormFile.Opener opener) {
    this.scanner = new BoundaryScanner(boundary);
    this.opener = opener;
  }

  /**
   * A reader for a form.
   *
   * @param type the upload's {@code Content-Type}, which names the boundary
   */
  static FormReader of(ContentType type, FormFile.Opener opener) throws AudioException {
    String boundary = type.parameter("boundary").orElse("");
    boolean printable = boundary.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    if (boundary.isEmpty() || boundary.length() > MAX_BOUNDARY_CHARS || !printable) {
      throw AudioException.malformed(
          0,
          "The Content-Type multipart/form-data needs a boundary of 1 to "
              + MAX_BOUNDARY_CHARS
              + " printable characters");
    }
    return new FormReader(boundary, opener);
  }

  @Override
  public void feed(ByteBuffer input) throws AudioException {
    while (input.hasRemaining()) {
      int before = input.remaining();
      step(input);
      position += before - input.remaining();
    }
  }

  private void step(ByteBuffer input) throws AudioException {
    switch (state) {
      case PREAMBLE, CONTENT -> readContent(input);
      case AFTER_DELIMITER -> readMark(input);
      case HEADERS -> readHeaders(input);
      case EPILOGUE -> passedOver.feed(input);
    }
  }

  private void readContent(ByteBuffer input) throws AudioException {
    if (scanner.scan(input, content)) {
      content.end();
      content = passedOver;
      mark.await(MARK_BYTES);
      state = State.AFTER_DELIMITER;
    }
  }

  private void readMark(ByteBuffer input) throws AudioException {
    int before = input.remaining();
    if (!mark.take(input)) {
      return;
    }
    long end = position + before - input.remaining();
    String text = FileSignature.latin1(mark.gathered(), MARK_BYTES);
    if (text.equals("--")) {
      state = State.EPILOGUE;
    } else if (text.equals("\r\n")) {
      headers.begin(end);
      state = State.HEADERS;
    } else {
      throw AudioException.malformed(
          end - MARK_BYTES,
          "A delimiter of the form is followed by neither a line end nor two hyphens");
    }
  }

  private void readHeaders(ByteBuffer input) throws AudioException {
    int from = input.position();
    while (input.hasRemaining()) {
      if (headers.take(input.get())) {
        open(headers.part(), position + input.position() - from);
        state = State.CONTENT;
        return;
      }
    }
  }

  private void open(FormPart part, long start) throws AudioException {
    if (!part.isFile()) {
      return;
    }
    if (file != null) {
      throw AudioException.unsupported(
          "The form has more than one file, in the fields "
              + Quotation.of(fileField)
              + " and "
              + Quotation.of(part.name())
              + "; send one file at a time.");
    }
    fileField = part.name();
    file = new FormFile(part, start, opener);
    content = file;
  }

  @Override
  public void end() throws AudioException {
    checkComplete();
    if (file == null) {
      throw AudioException.unsupported(
          "The form has no file; it needs one file field with audio in it.");
    }
    if (file.isEmpty()) {
      throw AudioException.malformed(
          position,
          "The file in the form field "
              + Quotation.of(fileField)
              + " is empty: perhaps none was chosen");
    }
  }

  private void checkComplete() throws AudioException {
    if (position == 0) {
      throw AudioException.malformed(0, "The upload is empty; a form was expected");
    }
    if (state != State.EPILOGUE) {
      throw AudioException.malformed(position, "The form ends before its last delimiter");
    }
  }

  /** Takes what is not the file, up to a bound. */
  private final class PassedOver implements AudioReader {
    @Override
    public void feed(ByteBuffer input) throws AudioException {
      otherBytes += input.remaining();
      input.position(input.limit());
      if (otherBytes > MAX_OTHER_BYTES) {
        throw AudioException.unsupported(
            "The form has more than "
                + MAX_OTHER_BYTES
                + " bytes besides its file; send the file alone.");
      }
    }

    @Override
    public void end() {}
  }
}
