package org.speechservlet.servlet;

import java.util.Map;
import org.speechservlet.upstream.Transcript;

/**
 * The form of a recognition's answer.
 *
 * @param requestId by which the operator finds the request in the log
 * @param wantsText whether the text alone is the answer, instead of the API's JSON
 */
record AnswerForm(String requestId, boolean wantsText) {

  Browser.Answer of(Transcript transcript) {
    return wantsText
        ? answer(200, "text/plain;charset=UTF-8", transcript.displayText(), Map.of())
        : answer(200, "application/json;charset=UTF-8", transcript.json(), Map.of());
  }

  Browser.Answer of(Problem problem) {
    return answer(
        problem.status(), Problem.CONTENT_TYPE, problem.toJson(requestId), problem.headers());
  }

  private static Browser.Answer answer(
      int status, String contentType, String body, Map<String, String> headers) {
    return new Browser.Answer(status, contentType, body, headers, false);
  }
}
