package org.speechservlet.tool;

/** One thing that the tool does. Stateless: a run has its arguments and its console. */
interface Command {

  /** The word on the command line, such as {@code add}. */
  String name();

  /** What it does, in a line of at most 60 characters without a full stop. */
  String summary();

  /** What {@code --help} behind its name prints: usage, options, exit codes; it stands alone. */
  String help();

  /** What may stand behind its name. */
  Syntax syntax();

  /**
   * Does it.
   *
   * @param arguments read by {@link #syntax()}: known options only, every operand there
   * @param console where the result and the warnings go
   * @return {@link ExitCode#DONE}, or what was found
   * @throws UsageException if a value is wrong; nothing has been done then
   * @throws FailureException if it could not be done; nothing half-done is left then
   */
  ExitCode run(Arguments arguments, Console console) throws UsageException, FailureException;
}
