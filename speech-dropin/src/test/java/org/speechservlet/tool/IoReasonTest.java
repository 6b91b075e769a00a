package org.speechservlet.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** Exceptions in a user's words. */
final class IoReasonTest {

  @Test
  void of_exceptionThatOnlyNamesTheFile_saysItsKind() {
    assertEquals("NoSuchFile (/a/b)", IoReason.of(new NoSuchFileException("/a/b")));
    assertEquals(
        "this user may not do that to /a/b", IoReason.of(new AccessDeniedException("/a/b")));
    assertEquals("EOF", IoReason.of(new EOFException()));
  }

  @Test
  void of_exceptionWithAReason_keepsIt() {
    assertEquals(
        "No space left on device", IoReason.of(new IOException("No space left on device")));
    assertEquals(
        "/a/b: Read-only file system",
        IoReason.of(new FileSystemException("/a/b", null, "Read-only file system")));
  }
}
