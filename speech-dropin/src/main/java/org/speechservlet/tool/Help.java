package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code --help} prints; the texts are resources. */
final class Help {
  private static final String MARK_OF_COMMANDS = "@COMMANDS@\n";

  private Help() {}

  /** Returns the text about all commands. */
  static String of(List<Command> commands) {
    String lines =
        commands.stream()
            .map(command -> "  %-8s %s\n".formatted(command.name(), command.summary()))
            .collect(Collectors.joining());
    return text("tool").replace(MARK_OF_COMMANDS, lines);
  }

  /**
   * Returns the text about one topic.
   *
   * @param topic a command's name, or {@code tool}
   */
  static String text(String topic) {
    try (InputStream resource = Help.class.getResourceAsStream("help-" + topic + ".txt")) {
      if (resource == null) {
        throw new IllegalStateException("there is no help about " + topic);
      }
      return new String(resource.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
