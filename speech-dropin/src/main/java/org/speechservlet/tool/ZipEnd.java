package org.speechservlet.tool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * Checks that a zip file is whole by the record at its end (APPNOTE.TXT, section 4.3.16). {@link
 * java.util.zip.ZipFile} is content with one in the midst of the file, and so takes a WAR that is
 * cut off for a JAR within it.
 */
final class ZipEnd {
  private static final int SIGNATURE = 0x06054b50;
  private static final int LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int DIRECTORY_SIZE_AT = 12;
  private static final int DIRECTORY_START_AT = 16;
  private static final int COMMENT_LENGTH_AT = 20;

  /** Stands in the place of a number that is in a record of ZIP64 instead. */
  private static final long ELSEWHERE = 0xffffffffL;

  private ZipEnd() {}

  /**
   * Checks a file.
   *
   * @throws ZipException if the record is not at the end, or does not fit to what is before it
   */
  static void check(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      int length = (int) Math.min(file.size(), LENGTH + LONGEST_COMMENT);
      ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
      long tailStart = file.size() - length;
      while (tail.hasRemaining() && file.read(tail, tailStart + tail.position()) >= 0) {}
      int at = find(tail, length);
      checkDirectory(tail, at, tailStart + at);
    }
  }

  private static int find(ByteBuffer tail, int length) throws ZipException {
    for (int at = length - LENGTH; at >= 0; at--) {
      int commentLength = tail.getShort(at + COMMENT_LENGTH_AT) & 0xffff;
      if (tail.getInt(at) == SIGNATURE && at + LENGTH + commentLength == length) {
        return at;
      }
    }
    throw new ZipException("its end is missing");
  }

  private static void checkDirectory(ByteBuffer tail, int at, long end) throws ZipException {
    long size = tail.getInt(at + DIRECTORY_SIZE_AT) & 0xffffffffL;
    long start = tail.getInt(at + DIRECTORY_START_AT) & 0xffffffffL;
    if (size != ELSEWHERE && start != ELSEWHERE && start + size != end) {
      throw new ZipException(
          "its directory of %d bytes should begin at byte %d, and its end is at byte %d"
              .formatted(size, start, end));
    }
  }
}
