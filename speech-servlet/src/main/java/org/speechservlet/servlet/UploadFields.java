package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a request to create an upload or to append to it says of the upload (Resumable Uploads for
 * HTTP, section "State").
 *
 * @param complete {@code Upload-Complete}: whether the content is the end of the upload; null if it
 *     does not say
 * @param offset {@code Upload-Offset}: where the content belongs, in bytes
 * @param length {@code Upload-Length}: bytes of the whole upload
 */
record UploadFields(@Nullable Boolean complete, OptionalLong offset, OptionalLong length) {
  static final String COMPLETE = "Upload-Complete";
  static final String OFFSET = "Upload-Offset";
  static final String LENGTH = "Upload-Length";
  static final String LIMIT = "Upload-Limit";

  /** Of our own: proves that an upload belongs to who sends it. */
  static final String TOKEN = "Upload-Token";

  static UploadFields of(HttpServletRequest request) {
    return new UploadFields(
        StructuredField.bool(request, COMPLETE),
        StructuredField.nonNegativeInteger(request, OFFSET),
        StructuredField.nonNegativeInteger(request, LENGTH));
  }

  /** Whether this creates an upload that further requests append to. */
  boolean isPart() {
    return Boolean.FALSE.equals(complete);
  }

  boolean isLast() {
    return Boolean.TRUE.equals(complete);
  }

  /** Where the content belongs; the creation's begins at the beginning. */
  long start() {
    return offset.orElse(0);
  }
}
