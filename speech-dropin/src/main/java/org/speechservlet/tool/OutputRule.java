package org.speechservlet.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Decides whether a file may be written. */
final class OutputRule {
  private OutputRule() {}

  /**
   * Checks a target before any work is done.
   *
   * @param input what is read, which may be the target itself
   * @param isForced whether another file may be written over
   * @throws FailureException if it may not be written
   */
  static void check(Path input, Path target, boolean isForced) throws FailureException {
    Path folder = target.toAbsolutePath().getParent();
    if (Files.isDirectory(target)) {
      throw new FailureException(
          "--out %s is a folder; give the name of a file.".formatted(target));
    } else if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new FailureException("--out %s is there and is no file.".formatted(target));
    } else if (folder == null || !Files.isDirectory(folder)) {
      throw new FailureException(
          "--out %s is in a folder that does not exist; make it first.".formatted(target));
    } else if (Files.exists(target) && !isForced && !isSame(input, target)) {
      throw new FailureException(
          "--out %s exists already; give another name, or --force to write over it."
              .formatted(target));
    }
  }

  private static boolean isSame(Path input, Path target) {
    try {
      return Files.isSameFile(input, target);
    } catch (IOException e) {
      return false;
    }
  }
}
