package org.speechservlet.tool;

import java.util.List;

/**
 * What may stand behind a command's name.
 *
 * @param operands what each argument without dashes is, in words such as {@code the WAR}; all of
 *     them are needed
 * @param options the options; {@code --help} is known to every command and not among them
 */
record Syntax(List<String> operands, List<Option> options) {
  Syntax {
    operands = List.copyOf(operands);
    options = List.copyOf(options);
  }
}
