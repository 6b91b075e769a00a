package org.speechservlet.tool;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Says why something could not be read or written: many exceptions only name the file. */
final class IoReason {
  private IoReason() {}

  static String of(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "this user may not do that to " + denied.getFile();
    } else if (e instanceof FileSystemException file && file.getReason() == null) {
      return kind(e) + " (" + file.getFile() + ")";
    }
    String message = e.getMessage();
    return message == null ? kind(e) : message;
  }

  private static String kind(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "");
  }
}
