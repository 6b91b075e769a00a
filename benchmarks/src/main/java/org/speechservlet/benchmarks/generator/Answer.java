package org.speechservlet.benchmarks.generator;

import org.jspecify.annotations.Nullable;
import org.speechservlet.benchmarks.http.MessageHead;

/**
 * What a target answered.
 *
 * @param status the status code
 * @param head with the other fields
 * @param body as text
 */
record Answer(int status, MessageHead head, String body) {

  /** Whether it is the text that was waited for. */
  boolean isTranscript() {
    return status == 200 && body.contains("\"RecognitionStatus\":\"Success\"");
  }

  @Nullable String field(String name) {
    return head.field(name);
  }

  /** For a list of failures: without what differs from one to the other. */
  String summary() {
    return "answered " + status + " " + body.replaceAll("[0-9a-f]{32}", "...");
  }
}
