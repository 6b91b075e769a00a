package org.speechservlet.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a class file's constant pool tells. */
final class ClassReferencesTest {

  private static Set<Namespace> read(byte[] bytes) throws IOException {
    return ClassReferences.read(new ByteArrayInputStream(bytes));
  }

  @Test
  void read_findsNamesAndDescriptors() throws IOException {
    for (Namespace namespace : Namespace.values()) {
      String type = namespace.binaryPrefix() + "Filter";
      assertEquals(Set.of(namespace), read(ClassBytes.with(type)));
      assertEquals(Set.of(namespace), read(ClassBytes.with("(IL" + type + ";)V")));
    }
    assertEquals(
        EnumSet.allOf(Namespace.class),
        read(ClassBytes.with(Namespace.JAVAX.binaryPrefix(), Namespace.JAKARTA.binaryPrefix())));
  }

  @Test
  void read_passesOverOtherTexts() throws IOException {
    String dots = Namespace.JAVAX.packageName() + ".Filter";
    assertEquals(
        Set.of(),
        read(ClassBytes.with(dots, "org/" + Namespace.JAVAX.binaryPrefix(), "javax/sql/")));
  }

  @Test
  void read_ofRealClass_findsItsApi() throws IOException {
    String resource = "/org/apache/catalina/servlets/DefaultServlet.class";
    try (InputStream real = getClass().getResourceAsStream(resource)) {
      assertEquals(Set.of(Namespace.JAKARTA), ClassReferences.read(real));
    }
  }

  @Test
  void read_ofClassCutOffAnywhere_ends() throws IOException {
    byte[] whole = ClassBytes.servlet(Namespace.JAVAX);
    for (int length = 0; length < whole.length; length++) {
      assertTrue(read(Arrays.copyOf(whole, length)).size() <= 1);
    }
  }

  @Test
  void read_ofOtherFiles_findsNothing() throws IOException {
    assertEquals(Set.of(), read(new byte[100]));
    byte[] unknown = ClassBytes.servlet(Namespace.JAVAX);
    unknown[10] = 99;
    assertEquals(Set.of(), read(unknown));
  }
}
