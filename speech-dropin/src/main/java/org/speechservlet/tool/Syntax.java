package org.speechservlet.tool;

import java.util.List;

/**
 * What may stand behind a command's name.
 *
 * @param operands what each argument without dashes is, in words such as {@code the WAR}; all of
 *     them are needed
 * @param optionalOperands what may follow them, in the same words
 * @param options the options; {@code --help} is known to every command and not among them
 */
record Syntax(List<String> operands, List<String> optionalOperands, List<Option> options) {
  Syntax {
    operands = List.copyOf(operands);
    optionalOperands = List.copyOf(optionalOperands);
    options = List.copyOf(options);
  }

  Syntax(List<String> operands, List<Option> options) {
    this(operands, List.of(), options);
  }
}
