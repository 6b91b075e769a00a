package org.speechservlet.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts the button's elements into one answer while it is written, if it is a page.
 *
 * <pre>
 *   UNDECIDED --first byte: a page--> SEARCHING --its head--> OVER
 *       |                                 |                     ^
 *       +----------- no page -------------+----- no head -------+
 * </pre>
 *
 * <p>Nothing of the answer is kept. Its length, if it was announced, is corrected as long as the
 * header fields are not sent; they are, at the latest, when more was written than the container's
 * buffer holds. A document whose head comes later than that loses its announced length; what may be
 * a fragment keeps it, and gets no button then.
 *
 * <p>Confined to one answer, like the response itself.
 */
final class PageInsertion {
  private enum Phase {
    UNDECIDED,
    SEARCHING,
    OVER
  }

  private static final long UNKNOWN = -1;

  private final HttpServletResponse response;
  private final ButtonOnPage button;
  private InsertionPoint point = new InsertionPoint();
  private Phase phase = Phase.UNDECIDED;
  private long announced = UNKNOWN;
  private long written;
  private int inserted;

  /** {@code response} is the one behind the filter. */
  PageInsertion(HttpServletResponse response, ButtonOnPage button) {
    this.response = response;
    this.button = button;
  }

  /** Whether what is written next has to be searched; to be asked before it is written. */
  boolean isSearching() {
    if (phase == Phase.UNDECIDED) {
      phase = button.isWantedOn(response) ? Phase.SEARCHING : Phase.OVER;
    }
    return phase == Phase.SEARCHING;
  }

  /**
   * Searches what is written next, byte by byte or character by character.
   *
   * @return how many of them come before {@link #markup}; -1 if it does not come among them
   */
  int search(int count, IntUnaryOperator unitAt) {
    for (int i = 0; i < count && phase == Phase.SEARCHING; i++) {
      if (point.isBehind(unitAt.applyAsInt(i))) {
        phase = Phase.OVER;
        return isTooLate() ? -1 : i + 1;
      }
      if (point.isGivenUp()) {
        phase = Phase.OVER;
      }
    }
    written += count;
    if (written > response.getBufferSize()) {
      beforeCommit();
    }
    return -1;
  }

  /** The length that a browser was told cannot be taken back. */
  private boolean isTooLate() {
    return announced != UNKNOWN && response.isCommitted();
  }

  /** What comes at the place that was found; to be written with what is around it. */
  String markup() {
    String markup = button.markup(response, point.hasBase());
    inserted = markup.length();
    if (!response.isCommitted()) {
      button.adjustFields(response);
      if (announced != UNKNOWN) {
        response.setContentLengthLong(announced + inserted);
      }
    }
    return markup;
  }

  /** The header fields are about to be sent, and a head may come yet. */
  void beforeCommit() {
    if (phase == Phase.SEARCHING && point.isDocument()) {
      withdrawLength();
    }
  }

  private void withdrawLength() {
    if (announced != UNKNOWN && !response.isCommitted()) {
      announced = UNKNOWN;
      response.setContentLengthLong(UNKNOWN);
    }
  }

  /** The application says how long its answer is; returns how long it will be. */
  long announce(long length) {
    announced = length < 0 ? UNKNOWN : length;
    return length < 0 ? length : length + inserted;
  }

  /** As {@link #announce}, for any header field. */
  @Nullable String announce(String field, @Nullable String value) {
    boolean isLength = field.equalsIgnoreCase("Content-Length");
    return isLength && value != null && value.matches("\\d{1,18}")
        ? Long.toString(announce(Long.parseLong(value)))
        : value;
  }

  /** Nothing of what was written will be sent, nor what was announced. */
  void reset() {
    announced = UNKNOWN;
    inserted = 0;
    written = 0;
    phase = Phase.UNDECIDED;
    point = new InsertionPoint();
  }

  /** Nothing of what was written will be sent. */
  void resetContent() {
    long length = announced;
    boolean isCorrected = inserted > 0 && length != UNKNOWN;
    reset();
    announced = length;
    if (isCorrected) {
      response.setContentLengthLong(length);
    }
  }

  /**
   * An answer without its content, to {@code HEAD} or with status 304, would announce the length
   * without the button.
   */
  void endWithoutContent() {
    if (phase == Phase.UNDECIDED && button.isMissingIn(response)) {
      withdrawLength();
    }
  }
}
