package org.speechservlet.tool;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code add} and {@code remove} have in common: a WAR that is read and one that is written.
 *
 * @param war what is read
 * @param out what is written; may be the same
 * @param isForced whether another file may be written over
 */
record WarOptions(Path war, Path out, boolean isForced) {
  static final String OUT = "--out";
  static final String FORCE = "--force";
  static final String OPERAND = "the WAR";

  /** The options, for a command's syntax. */
  static List<Option> options() {
    return List.of(Option.value(OUT), Option.flag(FORCE));
  }

  static WarOptions of(Arguments arguments) throws UsageException {
    String out =
        arguments
            .value(OUT)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--out is missing: the WAR to write. To change the WAR in its place, give"
                            + " its own name."));
    return new WarOptions(path(arguments.operand(0)), path(out), arguments.has(FORCE));
  }

  static Path path(String text) throws UsageException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException(text.replaceAll("\\p{Cntrl}", "?") + " cannot be a file's name");
    }
  }

  /**
   * Writes the changed WAR.
   *
   * @throws FailureException if that fails; nothing has changed then
   */
  void write(War source, WarChange change) throws FailureException {
    try {
      TargetFile.write(out, stream -> WarCopy.write(source, change, stream));
    } catch (IOException e) {
      throw new FailureException(
          "%s was not written, and nothing has changed: %s.".formatted(out, IoReason.of(e)));
    }
  }
}
