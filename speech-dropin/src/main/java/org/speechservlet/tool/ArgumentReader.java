package org.speechservlet.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.speechservlet.config.NearestName;

/**
 * Reads what stands behind a command's name. Problems are collected, so that the user reads all of
 * them at once. Confined to one reading.
 */
final class ArgumentReader {
  /** What follows this is no option, whatever it begins with (POSIX, utility syntax 10). */
  private static final String END_OF_OPTIONS = "--";

  private final Syntax syntax;
  private final List<String> rest;
  private final List<String> operands = new ArrayList<>();
  private final Map<String, List<String>> options = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private ArgumentReader(Syntax syntax, List<String> arguments) {
    this.syntax = syntax;
    this.rest = new ArrayList<>(arguments);
  }

  /**
   * Reads arguments.
   *
   * @throws UsageException naming every problem, if there is any
   */
  static Arguments read(Syntax syntax, List<String> arguments) throws UsageException {
    ArgumentReader reader = new ArgumentReader(syntax, arguments);
    reader.readAll();
    reader.checkOperands();
    if (!reader.problems.isEmpty()) {
      throw new UsageException(reader.problems);
    }
    return new Arguments(reader.operands, reader.options);
  }

  private void readAll() {
    while (!rest.isEmpty()) {
      String argument = rest.remove(0);
      if (argument.equals(END_OF_OPTIONS)) {
        operands.addAll(rest);
        rest.clear();
      } else if (argument.startsWith("-") && argument.length() > 1) {
        readOption(argument);
      } else {
        operands.add(argument);
      }
    }
  }

  private void readOption(String argument) {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    String attached = equals < 0 ? null : argument.substring(equals + 1);
    Option option = find(name);
    if (option == null) {
      problems.add(name + " is no option" + nearest(name));
    } else if (option.takesValue()) {
      readValue(option, attached);
    } else if (attached != null) {
      problems.add(name + " takes no value, and has \"" + attached + "\"");
    } else {
      options.put(name, List.of());
    }
  }

  private @Nullable Option find(String name) {
    return syntax.options().stream().filter(o -> o.name().equals(name)).findFirst().orElse(null);
  }

  private String nearest(String name) {
    List<String> known = syntax.options().stream().map(Option::name).toList();
    return known.isEmpty() ? "" : "; did you mean " + NearestName.of(name, known) + "?";
  }

  private void readValue(Option option, @Nullable String attached) {
    String value = attached;
    if (value == null && !rest.isEmpty() && find(rest.get(0)) == null) {
      value = rest.remove(0);
    }
    if (value == null) {
      problems.add(option.name() + " has no value");
    } else if (value.isBlank()) {
      problems.add(option.name() + " has an empty value");
    } else {
      put(option, value);
    }
  }

  private void put(Option option, String value) {
    List<String> values = options.computeIfAbsent(option.name(), name -> new ArrayList<>());
    if (option.kind() == Option.Kind.VALUE && !values.isEmpty()) {
      problems.add(option.name() + " is given twice: " + values.get(0) + " and " + value);
    } else {
      values.add(value);
    }
  }

  private void checkOperands() {
    List<String> wanted = syntax.operands();
    for (String missing : wanted.subList(Math.min(operands.size(), wanted.size()), wanted.size())) {
      problems.add(missing + " is missing");
    }
    int most = wanted.size() + syntax.optionalOperands().size();
    if (operands.size() > most) {
      List<String> extra = operands.subList(most, operands.size());
      problems.add(
          "too much: " + String.join(" ", extra) + "; a pattern such as /speech/* needs quotes");
    }
  }
}
