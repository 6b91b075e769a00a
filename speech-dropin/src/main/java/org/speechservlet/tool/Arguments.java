package org.speechservlet.tool;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stood behind a command's name, read.
 *
 * @param operands the arguments that are no options, in their order
 * @param options each option that was given, by its name with dashes, with its values; a flag has
 *     none
 */
record Arguments(List<String> operands, Map<String, List<String>> options) {
  Arguments {
    operands = List.copyOf(operands);
    options = Map.copyOf(options);
  }

  /** Returns an operand by its position, from 0. */
  String operand(int index) {
    return operands.get(index);
  }

  /** Whether an option was given. */
  boolean has(String option) {
    return options.containsKey(option);
  }

  /** Returns the value of an option that may be given once. */
  Optional<String> value(String option) {
    return values(option).stream().findFirst();
  }

  /** Returns the values of an option in the order in which they were given. */
  List<String> values(String option) {
    return options.getOrDefault(option, List.of());
  }
}
