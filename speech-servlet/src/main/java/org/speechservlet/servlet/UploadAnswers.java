package org.speechservlet.servlet;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The answers of an upload resource as such, which are not the recognition's. */
final class UploadAnswers {
  private static final String YES = "?1";
  private static final String NO = "?0";

  private final long maxBytes;

  UploadAnswers(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** 201: there is an upload now. */
  Browser.Answer created(UploadIdentity identity, long offset, Duration timeLeft) {
    return empty(
        201,
        Map.of(
            "Location",
            "uploads/" + identity.name(),
            UploadFields.TOKEN,
            identity.token(),
            UploadFields.COMPLETE,
            NO,
            UploadFields.OFFSET,
            Long.toString(offset),
            UploadFields.LIMIT,
            limit(timeLeft)));
  }

  /** 204: what came was appended, and more may come. */
  static Browser.Answer appended(long offset) {
    return empty(
        204, Map.of(UploadFields.COMPLETE, NO, UploadFields.OFFSET, Long.toString(offset)));
  }

  /**
   * 204: where the upload goes on.
   *
   * @param answered whether the recognition's answer is there
   */
  Browser.Answer progress(UploadProgress progress, boolean answered, Duration timeLeft) {
    Map<String, String> fields = new HashMap<>();
    fields.put(UploadFields.COMPLETE, answered ? YES : NO);
    fields.put(UploadFields.OFFSET, Long.toString(progress.offset()));
    fields.put(UploadFields.LIMIT, limit(timeLeft));
    if (progress.length() >= 0) {
      fields.put(UploadFields.LENGTH, Long.toString(progress.length()));
    }
    return empty(204, fields);
  }

  /** 204: there is no upload any more. */
  static Browser.Answer cancelled() {
    return empty(204, Map.of());
  }

  /** A problem of the request alone: the upload itself goes on. */
  static Browser.Answer problem(Problem problem, String requestId) {
    return with(
        UploadFields.COMPLETE,
        NO,
        new Browser.Answer(
            problem.status(),
            Problem.CONTENT_TYPE,
            problem.toJson(requestId),
            problem.headers(),
            true));
  }

  /** The recognition's own answer, which ends the upload. */
  Browser.Answer last(Browser.Answer answer) {
    Browser.Answer last = with(UploadFields.COMPLETE, YES, answer);
    return answer.status() == 413 ? with(UploadFields.LIMIT, "max-size=" + maxBytes, last) : last;
  }

  /** The limits in the form of {@code Upload-Limit}. */
  String limit(Duration timeLeft) {
    return "max-size=" + maxBytes + ", max-age=" + timeLeft.toSeconds();
  }

  private static Browser.Answer empty(int status, Map<String, String> fields) {
    return new Browser.Answer(status, "", "", fields, false);
  }

  private static Browser.Answer with(String field, String value, Browser.Answer answer) {
    Map<String, String> fields = new HashMap<>(answer.headers());
    fields.put(field, value);
    return new Browser.Answer(
        answer.status(), answer.contentType(), answer.body(), fields, answer.closeConnection());
  }
}
