package org.speechservlet.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.speechservlet.check.CheckReport;
import org.speechservlet.check.Finding;
import org.speechservlet.check.Verdict;
import org.speechservlet.config.DeclaredParameters;
import org.speechservlet.config.SettingsReading;
import org.speechservlet.config.StandaloneSettings;

/** Looks at an installation from its settings to one recognition, and tells what it found. */
final class CheckCommand implements Command {
  static final String SET = "--set";

  private static final String HINT =
      """
      Seen from here: system properties (-D) and environment of this process%s.
      Not seen: what the server's own start script and JNDI add. The same check runs inside the
      server, from the page to try it, for users in the role that speech.admin-role names.""";

  private final ProcessSettings process;
  private final CheckRunner runner;

  CheckCommand(ProcessSettings process, CheckRunner runner) {
    this.process = process;
    this.runner = runner;
  }

  /** With the settings and the network of the process that runs. */
  static CheckCommand ofThisProcess() {
    return new CheckCommand(ProcessSettings.ofThisProcess(), new ThreadedCheckRunner());
  }

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "tells what is right and wrong with an installation";
  }

  @Override
  public String help() {
    return Help.text("check");
  }

  @Override
  public Syntax syntax() {
    return new Syntax(List.of(), List.of(WarOptions.OPERAND), List.of(Option.values(SET)));
  }

  @Override
  public ExitCode run(Arguments arguments, Console console)
      throws UsageException, FailureException {
    DeclaredParameters given = CheckOptions.declared(arguments.values(SET));
    Optional<WarSettings> war =
        arguments.operands().isEmpty()
            ? Optional.empty()
            : Optional.of(WarSettings.read(WarOptions.path(arguments.operand(0))));
    CheckReport report = check(given, war);
    report.findings().forEach(finding -> console.result(line(finding)));
    console.result("");
    console.result(report.summary());
    console.result(HINT.formatted(war.isPresent() ? ", and the WAR" : ""));
    return report.verdict() == Verdict.FAILED ? ExitCode.FAILED : ExitCode.DONE;
  }

  private CheckReport check(DeclaredParameters given, Optional<WarSettings> war)
      throws FailureException {
    WarSettings declared = war.orElse(WarSettings.NONE);
    SettingsReading reading =
        StandaloneSettings.read(
            process.properties(),
            process.environment(),
            declared.entries(),
            given.before(declared.parameters()));
    CheckReport report = runner.run(reading);
    List<Finding> findings = new ArrayList<>(declared.findings());
    findings.addAll(report.findings());
    return new CheckReport(findings, report.took());
  }

  private static String line(Finding finding) {
    return "%-5s %s: %s"
        .formatted(mark(finding.verdict()), finding.step().title(), finding.words());
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "ok";
      case WARNING -> "warn";
      case FAILED -> "FAIL";
      case NOT_TRIED -> "-";
    };
  }
}
