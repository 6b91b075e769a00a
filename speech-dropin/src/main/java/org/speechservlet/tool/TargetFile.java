package org.speechservlet.tool;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there completely or not at all. It is written beside its place, under another
 * name, and moved when it is whole; where that fails, or the process is told to end, nothing of it
 * is left.
 */
final class TargetFile {
  private static final int BUFFER_BYTES = 64 * 1024;

  /** What goes into the file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private TargetFile() {}

  /**
   * Writes the file, in the place of one that is there.
   *
   * @throws IOException if it cannot be written; what was there is there still
   */
  static void write(Path target, Content content) throws IOException {
    Path place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    String partName = "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    Path part = place.resolveSibling(partName);
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
      Thread cleaner = new Thread(() -> deleteQuietly(part), "speech-tool-cleaner");
      Runtime.getRuntime().addShutdownHook(cleaner);
      try {
        write(channel, content);
        Files.move(
            part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        deleteQuietly(part);
        removeHook(cleaner);
      }
    }
  }

  private static void write(FileChannel channel, Content content) throws IOException {
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
    content.writeTo(out);
    out.flush();
    channel.force(true);
  }

  private static void deleteQuietly(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // What made the writing fail is told; there is no more to say than that.
    }
  }

  private static void removeHook(Thread cleaner) {
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook runs.
    }
  }
}
