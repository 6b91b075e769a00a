package org.speechservlet.tool;

import java.util.List;
import org.speechservlet.config.NearestName;

/** Finds the command that is meant, runs it, and tells the user where it failed. */
final class Dispatcher {
  private static final String HELP = "--help";
  private static final String VERSION = "--version";

  private final List<Command> commands;
  private final DropIn.Location location;

  /**
   * @param commands in the order in which the help tells them
   * @param location of the JAR that runs, whose version is told
   */
  Dispatcher(List<Command> commands, DropIn.Location location) {
    this.commands = List.copyOf(commands);
    this.location = location;
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
      console.err().print(Help.of(commands));
      return ExitCode.USAGE;
    }
    List<String> rest = args.subList(1, args.size());
    return switch (args.get(0)) {
      case HELP, "-h", "help" -> help(rest, console);
      case VERSION -> version(console);
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
    String text = names.isEmpty() ? Help.of(commands) : find(names.get(0)).help();
    console.out().print(text);
    return ExitCode.DONE;
  }

  private ExitCode version(Console console) throws FailureException {
    DropIn dropIn = DropIn.read(location.find());
    console.result(
        "speech-servlet %s for %s (%s)"
            .formatted(
                dropIn.version(), dropIn.namespace().packageName(), dropIn.namespace().servers()));
    return ExitCode.DONE;
  }

  private Command find(String name) throws UsageException {
    for (Command command : commands) {
      if (command.name().equals(name)) {
        return command;
      }
    }
    List<String> names = commands.stream().map(Command::name).toList();
    throw new UsageException(
        name + " is no command; did you mean " + NearestName.of(name, names) + "?");
  }
}
