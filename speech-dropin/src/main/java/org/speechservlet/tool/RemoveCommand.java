package org.speechservlet.tool;

import java.util.List;

/** Takes out of a WAR what {@link AddCommand} put in, and nothing else. */
final class RemoveCommand implements Command {

  @Override
  public String name() {
    return "remove";
  }

  @Override
  public String summary() {
    return "takes out again what add put in";
  }

  @Override
  public String help() {
    return Help.text("remove");
  }

  @Override
  public Syntax syntax() {
    return new Syntax(List.of(WarOptions.OPERAND), WarOptions.options());
  }

  @Override
  public ExitCode run(Arguments arguments, Console console)
      throws UsageException, FailureException {
    WarOptions files = WarOptions.of(arguments);
    try (War war = War.open(files.war())) {
      OutputRule.check(files.war(), files.out(), files.isForced());
      Removal removal = Removal.from(war);
      files.write(war, removal.change());
      removal.advice().forEach(console::warn);
      console.result("Wrote %s without speech.".formatted(files.out()));
      return ExitCode.DONE;
    }
  }
}
