package org.speechservlet.benchmarks.target;

import java.net.URI;
import java.util.Map;

/**
 * How the servlet is set for all loads: as it comes, but for limits that large files would meet.
 */
final class SpeechSettings {
  static final String MAPPING = "/speech/*";

  private SpeechSettings() {}

  static Map<String, String> of(URI upstream) {
    return Map.of(
        "speech.token-uri", upstream.resolve("/sts/v1.0/issueToken").toString(),
        "speech.recognition-uri", upstream.toString(),
        "speech.key", "0123456789abcdef0123456789abcdef",
        "speech.max-upload-bytes", "64MiB",
        "speech.max-audio-duration", "PT30M",
        "speech.max-concurrent", "20000");
  }
}
