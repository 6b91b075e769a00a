package org.speechservlet.tool;

import java.io.PrintStream;
import java.util.List;

/**
 * The command line of the drop-in JAR: {@code java -jar speech-servlet-VERSION-dropin.jar}. It
 * needs no Servlet API.
 */
public final class SpeechTool {
  private SpeechTool() {}

  /**
   * Runs one command and ends the process with its exit code; {@code --help} tells the codes.
   *
   * @param args the command and what it needs
   */
  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err, new CodeSourceLocation(SpeechTool.class)));
  }

  /** Runs one command; returns the exit code and ends nothing. */
  static int run(String[] args, PrintStream out, PrintStream err, DropIn.Location location) {
    List<Command> commands =
        List.of(new AddCommand(location), new RemoveCommand(), CheckCommand.ofThisProcess());
    Dispatcher dispatcher = new Dispatcher(commands, location);
    return dispatcher.run(List.of(args), new Console(out, err)).status();
  }
}
