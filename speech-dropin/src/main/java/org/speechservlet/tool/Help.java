package org.speechservlet.tool;

import java.util.List;
import java.util.stream.Collectors;

/** What {@code --help} prints. */
final class Help {
  private Help() {}

  static String of(List<Command> commands) {
    String lines =
        commands.stream()
            .map(command -> "  %-8s %s%n".formatted(command.name(), command.summary()))
            .collect(Collectors.joining());
    return """
    Dictation for Java web applications: puts speech into a WAR, and takes it out again.

    Usage: java -jar speech-servlet-VERSION-dropin.jar COMMAND [options]

    %s
    """
        .formatted(lines);
  }
}
