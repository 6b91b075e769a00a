package org.speechservlet.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Puts speech into a WAR: the JAR that runs, and the entries of its web.xml. */
final class AddCommand implements Command {
  private final DropIn.Location location;

  /**
   * @param location of the JAR that runs
   */
  AddCommand(DropIn.Location location) {
    this.location = location;
  }

  @Override
  public String name() {
    return "add";
  }

  @Override
  public String summary() {
    return "puts speech into a WAR";
  }

  @Override
  public String help() {
    return Help.text("add");
  }

  @Override
  public Syntax syntax() {
    return new Syntax(List.of(WarOptions.OPERAND), AddOptions.options());
  }

  @Override
  public ExitCode run(Arguments arguments, Console console)
      throws UsageException, FailureException {
    AddOptions options = AddOptions.of(arguments);
    WarOptions files = options.files();
    DropIn dropIn = DropIn.read(location.find());
    try (War war = War.open(files.war())) {
      OutputRule.check(files.war(), files.out(), files.isForced());
      Addition addition = Addition.to(war, dropIn, bytesOf(dropIn), options);
      files.write(war, addition.change());
      addition.advice().forEach(console::warn);
      console.result(report(files, dropIn, addition, options.entries()));
      return ExitCode.DONE;
    }
  }

  private static byte[] bytesOf(DropIn dropIn) throws FailureException {
    try {
      return Files.readAllBytes(dropIn.path());
    } catch (IOException e) {
      throw new FailureException(
          "The running JAR %s cannot be read: %s.".formatted(dropIn.path(), IoReason.of(e)));
    }
  }

  private static String report(
      WarOptions files, DropIn dropIn, Addition addition, SpeechEntries entries) {
    String button =
        entries
            .buttonFields()
            .map(fields -> "\n  a button at each field that matches " + fields)
            .orElse("");
    return """
    Wrote %s with speech at %s:
      %s
      %s%s%s
    Next: set SPEECH_KEY and SPEECH_REGION in the environment of the server, deploy the WAR,
    and open %s/ in it.\
    """
        .formatted(
            files.out(),
            entries.mapping().pattern(),
            dropIn.entryName(),
            War.WEB_XML,
            addition.isNewWebXml() ? ", which was not there before" : "",
            button,
            entries.mapping().path());
  }
}
