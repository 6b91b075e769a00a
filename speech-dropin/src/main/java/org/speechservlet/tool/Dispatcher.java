package org.speechservlet.tool;

import java.util.List;
import org.speechservlet.config.NearestName;

/** Finds the command that is meant, runs it, and tells the user where it failed. */
final class Dispatcher {
  private static final String HELP = "--help";

  private final List<Command> commands;

  /**
   * @param commands in the order in which the help tells them
   */
  Dispatcher(List<Command> commands) {
    this.commands = List.copyOf(commands);
  }

  ExitCode run(List<String> args, Console console) {
    try {
      return dispatch(args, console);
    } catch (UsageException e) {
      console.error(e.getMessage());
      console.error("Try " + HELP + ".");
      return ExitCode.USAGE;
    } catch (FailureException e) {
      console.error(e.getMessage());
      return e.exitCode();
    }
  }

  private ExitCode dispatch(List<String> args, Console console)
      throws UsageException, FailureException {
    if (args.isEmpty()) {
      throw new UsageException("There is no command.");
    }
    List<String> rest = args.subList(1, args.size());
    return switch (args.get(0)) {
      case HELP, "-h", "help" -> help(rest, console);
      default -> run(find(args.get(0)), rest, console);
    };
  }

  private static ExitCode run(Command command, List<String> rest, Console console)
      throws UsageException, FailureException {
    if (rest.contains(HELP)) {
      console.out().print(command.help());
      return ExitCode.DONE;
    }
    return command.run(ArgumentReader.read(command.syntax(), rest), console);
  }

  private ExitCode help(List<String> names, Console console) throws UsageException {
    if (names.isEmpty()) {
      console.out().print(Help.of(commands));
    } else {
      console.out().print(find(names.get(0)).help());
    }
    return ExitCode.DONE;
  }

  private Command find(String name) throws UsageException {
    for (Command command : commands) {
      if (command.name().equals(name)) {
        return command;
      }
    }
    throw new UsageException(name + " is no command" + nearest(name));
  }

  private String nearest(String name) {
    List<String> names = commands.stream().map(Command::name).toList();
    return names.isEmpty() ? "" : "; did you mean " + NearestName.of(name, names) + "?";
  }
}
