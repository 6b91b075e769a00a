package org.speechservlet.tool;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Reads from a class file's constant pool which Servlet API it was compiled against (JVMS, section
 * 4.4). Names of classes and descriptors stand there as text, in the internal form with slashes;
 * names with dots, as a program looks for by reflection, do not count.
 */
final class ClassReferences {
  private static final int MAGIC = 0xCAFEBABE;

  private ClassReferences() {}

  /**
   * Reads one class file up to the end of its constant pool.
   *
   * @return the APIs that it refers to, as far as it can be read; none if it is no class file
   * @throws IOException if the stream fails
   */
  static Set<Namespace> read(InputStream classFile) throws IOException {
    Set<Namespace> found = EnumSet.noneOf(Namespace.class);
    try {
      readPool(new DataInputStream(classFile), found);
    } catch (EOFException | UTFDataFormatException e) {
      // A class that no virtual machine would load tells no more than this.
      return found;
    }
    return found;
  }

  private static void readPool(DataInputStream in, Set<Namespace> found) throws IOException {
    if (in.readInt() != MAGIC) {
      return;
    }
    in.readInt(); // the version
    int count = in.readUnsignedShort();
    int index = 1;
    while (index < count) {
      index += readConstant(in, found);
    }
  }

  /** Returns how many places of the pool the constant takes (JVMS, section 4.4.5). */
  private static int readConstant(DataInputStream in, Set<Namespace> found) throws IOException {
    int tag = in.readUnsignedByte();
    switch (tag) {
      case 1 -> addTo(found, in.readUTF());
      case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
      case 15 -> in.skipNBytes(3);
      case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
      case 5, 6 -> in.skipNBytes(8);
      default -> throw new UTFDataFormatException("unknown constant " + tag);
    }
    return tag == 5 || tag == 6 ? 2 : 1;
  }

  private static void addTo(Set<Namespace> found, String text) {
    for (Namespace namespace : Namespace.values()) {
      String prefix = namespace.binaryPrefix();
      if (text.startsWith(prefix) || text.contains("L" + prefix)) {
        found.add(namespace);
      }
    }
  }
}
