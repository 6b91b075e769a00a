package org.speechservlet.tool;

import java.util.ArrayList;
import java.util.List;
import org.speechservlet.config.Declaration;
import org.speechservlet.config.DeclaredParameters;

/** Reads the settings that stand on the command line of a check. */
final class CheckOptions {
  private static final String PREFIX = "speech.";

  private CheckOptions() {}

  /**
   * Reads them as context-params.
   *
   * @param assignments each {@code name=value}, the name with or without {@code speech.}
   * @throws UsageException naming those that have no value, and keys
   */
  static DeclaredParameters declared(List<String> assignments) throws UsageException {
    List<Declaration> declarations = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      String given = assignment.substring(0, Math.max(0, equals)).strip();
      String name = given.startsWith(PREFIX) ? given : PREFIX + given;
      if (equals < 1) {
        problems.add(CheckCommand.SET + " has no name=value, such as region=westeurope");
      } else if (name.equals("speech.key") || name.equals("speech.secondary-key")) {
        problems.add(
            CheckCommand.SET
                + " "
                + name
                + ": others on this machine can read a command line. Set the environment variable"
                + " SPEECH_KEY, or speech.key-file");
      } else {
        String value = assignment.substring(equals + 1).strip();
        declarations.add(new Declaration(name, value, CheckCommand.SET + " " + given));
      }
    }
    if (!problems.isEmpty()) {
      throw new UsageException(problems);
    }
    return new DeclaredParameters(List.of(), declarations);
  }
}
