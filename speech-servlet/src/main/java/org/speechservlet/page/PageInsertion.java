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
 * <p>Nothing of the answer is kept. The length that was announced is withheld while a document's
 * head is looked for, and corrected when it was found, unless the header fields are on their way by
 * then. What may be a fragment keeps its length at once; if it is a page after all, and its head
 * comes after the header fields were sent, it gets no button.
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
  private boolean isWithheld;
  private @Nullable String coding;
  private int inserted;

  /** {@code response} is the one behind the filter. */
  PageInsertion(HttpServletResponse response, ButtonOnPage button) {
    this.response = response;
    this.button = button;
  }

  /** Whether what is written next has to be searched; to be asked before it is written. */
  boolean isSearching() {
    if (phase == Phase.UNDECIDED) {
      phase = button.isWantedOn(response, coding) ? Phase.SEARCHING : Phase.OVER;
    }
    return phase == Phase.SEARCHING;
  }

  /**
   * Searches what is written next, byte by byte or character by character.
   *
   * @return how many of them come before {@link #markup}; -1 if it does not come among them
   */
  int search(int count, IntUnaryOperator unitAt) {
    for (int i = 0; i < count; i++) {
      if (point.isBehind(unitAt.applyAsInt(i))) {
        phase = Phase.OVER;
        return isTooLate() ? -1 : i + 1;
      }
      if (point.isGivenUp()) {
        phase = Phase.OVER;
        tellLength();
        return -1;
      }
    }
    withholdLength();
    return -1;
  }

  /** The length that a browser was told cannot be taken back. */
  private boolean isTooLate() {
    return announced != UNKNOWN && !isWithheld && response.isCommitted();
  }

  /** What comes at the place that was found; to be written with what is around it. */
  String markup() {
    String markup = button.markup(response, point.hasBase());
    inserted = markup.length();
    if (!response.isCommitted()) {
      button.adjustFields(response);
      tellLength();
    }
    return markup;
  }

  /** To be called whenever the header fields may be sent, since a head may come yet. */
  void withholdLength() {
    if (phase == Phase.SEARCHING && point.isDocument()) {
      withdrawLength();
    }
  }

  private void withdrawLength() {
    if (announced != UNKNOWN && !isWithheld && !response.isCommitted()) {
      isWithheld = true;
      response.setContentLengthLong(UNKNOWN);
    }
  }

  private void tellLength() {
    if (announced != UNKNOWN && !response.isCommitted()) {
      isWithheld = false;
      response.setContentLengthLong(announced + inserted);
    }
  }

  /** The application says how long its answer is, in bytes; negative if it does not know. */
  void announce(long length) {
    announced = Math.max(length, UNKNOWN);
    if (!isWithheld) {
      response.setContentLengthLong(length < 0 ? length : length + inserted);
    }
  }

  /**
   * The application says in what form it writes. What a filter in front of this one says is that
   * filter's own doing, and comes later.
   */
  void announceCoding(@Nullable String contentCoding) {
    coding = "identity".equalsIgnoreCase(contentCoding) ? null : contentCoding;
  }

  /** Nothing of what was written will be sent, nor what was announced. */
  void reset() {
    announced = UNKNOWN;
    isWithheld = false;
    coding = null;
    inserted = 0;
    phase = Phase.UNDECIDED;
    point = new InsertionPoint();
  }

  /** Nothing of what was written will be sent. */
  void resetContent() {
    long length = announced;
    String codingBefore = coding;
    reset();
    announced = length;
    coding = codingBefore;
    tellLength();
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
