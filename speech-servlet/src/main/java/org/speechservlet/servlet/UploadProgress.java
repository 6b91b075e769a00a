package org.speechservlet.servlet;

import org.jspecify.annotations.Nullable;

/**
 * How far an upload is: its offset, which never decreases, and its length, once it is known. All
 * numbers are bytes.
 *
 * <p>Confined to the upload's executor.
 */
final class UploadProgress {
  private static final long UNKNOWN = -1;

  private long offset;
  private long appendStart;
  private long length = UNKNOWN;
  private boolean closed;

  long offset() {
    return offset;
  }

  /** The length, or -1 if it is not known. */
  long length() {
    return length;
  }

  /** Whether nothing can be appended any more. */
  boolean isClosed() {
    return closed;
  }

  /**
   * What is wrong with a request to append, or null. When nothing can be appended any more, a
   * repetition of the last append is all right.
   *
   * @param announcedBytes how long its content is, or -1
   */
  @Nullable Problem objection(UploadFields fields, long announcedBytes) {
    long start = fields.start();
    boolean repeatsLast = closed && start == appendStart;
    if (start != offset && !repeatsLast) {
      return UploadProblems.mismatchingOffset(offset, start);
    }
    long told = length(fields, announcedBytes);
    if ((told != UNKNOWN && told < offset)
        || isDifferent(told, fields.length().orElse(UNKNOWN))
        || isDifferent(told, length)) {
      return UploadProblems.inconsistentLength(
          "The requests to this upload tell of different lengths, or of a shorter one than what"
              + " there is already.");
    }
    long known = Math.max(told, length);
    return known != UNKNOWN && start + announcedBytes > known
        ? UploadProblems.inconsistentLength(
            "The content goes beyond the length of " + known + " bytes.")
        : null;
  }

  /** The length as the request tells it in one of two ways, or -1. */
  private static long length(UploadFields fields, long announcedBytes) {
    return fields.isLast() && announcedBytes >= 0
        ? fields.start() + announcedBytes
        : fields.length().orElse(UNKNOWN);
  }

  private static boolean isDifferent(long one, long other) {
    return one != UNKNOWN && other != UNKNOWN && one != other;
  }

  /** Begins an append to which there is no objection. */
  void begin(UploadFields fields, long announcedBytes) {
    appendStart = offset;
    length = Math.max(length, length(fields, announcedBytes));
  }

  void took(int count) {
    offset += count;
  }

  /** Whether more came than there should be. */
  boolean exceedsLength() {
    return length != UNKNOWN && offset > length;
  }

  /** Whether less is there than there should be. */
  boolean isShort() {
    return offset < length;
  }

  /** All of the upload is there: its length is known at the latest now. */
  void complete() {
    length = offset;
    closed = true;
  }

  /** Nothing can be appended any more. */
  void close() {
    closed = true;
  }
}
