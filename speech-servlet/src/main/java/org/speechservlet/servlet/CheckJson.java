package org.speechservlet.servlet;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import org.speechservlet.check.CheckReport;
import org.speechservlet.check.Finding;

/** The report of a check for the page to try it, and for programs. */
final class CheckJson {
  private CheckJson() {}

  static String of(CheckReport report) {
    JsonArrayBuilder findings = Json.createArrayBuilder();
    for (Finding finding : report.findings()) {
      findings.add(
          Json.createObjectBuilder()
              .add("step", finding.step().title())
              .add("verdict", finding.verdict().word())
              .add("words", finding.words()));
    }
    return Json.createObjectBuilder()
        .add("verdict", report.verdict().word())
        .add("summary", report.summary())
        .add("seconds", report.took().toMillis() / 1000.0)
        .add("findings", findings)
        .build()
        .toString();
  }
}
