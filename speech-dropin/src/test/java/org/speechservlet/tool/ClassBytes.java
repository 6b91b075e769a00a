package org.speechservlet.tool;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Class files, as far as their constant pools. */
final class ClassBytes {
  private ClassBytes() {}

  /** Returns one that has every kind of constant, and these texts as the last ones. */
  static byte[] with(String... texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0xCAFEBABE);
      out.writeInt(61);
      out.writeShort(1 + 2 + 2 + 16 + texts.length);
      for (int twice : new int[] {5, 6}) {
        out.writeByte(twice);
        out.writeLong(0x0101010101010101L);
      }
      for (int tag : new int[] {3, 4, 7, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19, 20}) {
        out.writeByte(tag);
        out.write(new byte[length(tag)]);
      }
      for (String text : new String[] {"", "Größe"}) {
        writeText(out, text);
      }
      for (String text : texts) {
        writeText(out, text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static int length(int tag) {
    return switch (tag) {
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      default -> 4;
    };
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    out.writeByte(1);
    out.writeUTF(text);
  }

  /** Returns a class that is a servlet. */
  static byte[] servlet(Namespace namespace) {
    return with(namespace.binaryPrefix() + "http/HttpServlet");
  }
}
