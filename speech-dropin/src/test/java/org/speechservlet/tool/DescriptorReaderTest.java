package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a descriptor says, and what it cannot make the reader do. */
final class DescriptorReaderTest {
  private static Descriptor read(String document) throws FailureException {
    return DescriptorReader.read(document.getBytes(UTF_8));
  }

  private static String problem(String document) {
    return assertThrows(FailureException.class, () -> read(document)).getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "6.1, 6.1, JAKARTA, false",
    "5.0, 5.0, JAKARTA, false",
    "4.0, 4.0, JAVAX, false",
    "3.0, 3.0, JAVAX, false",
    "2.5, 2.5, JAVAX, true",
    "2.4, 2.4, JAVAX, true",
    "2.3, 2.3, JAVAX, true",
    "2.2, 2.2, JAVAX, true",
    "prefix, 6.1, JAKARTA, false",
  })
  void read_tellsVersionAndNamespace(
      String name, String version, Namespace namespace, boolean isOld) throws FailureException {
    Descriptor descriptor = DescriptorReader.read(Descriptors.named(name));
    assertEquals(version, descriptor.version());
    assertEquals(Optional.of(namespace), descriptor.namespace());
    assertEquals(isOld, descriptor.isOlderThanAsync());
  }

  @Test
  void read_ofBareDescriptor_tellsNeither() throws FailureException {
    assertEquals(new Descriptor("", "", "", List.of()), read("<web-app/>"));
    assertEquals(Optional.empty(), read("<web-app/>").namespace());
    assertFalse(read("<web-app version='3.0'/>").isOlderThanAsync());
    assertFalse(read("<web-app version='three'/>").isOlderThanAsync());
  }

  @Test
  void read_takesTextsThroughCommentsAndCdata() throws FailureException {
    Descriptor descriptor =
        read(
            "<web-app><servlet><servlet-class> com.<!-- x -->acme<![CDATA[.Pages]]>\n"
                + "</servlet-class></servlet></web-app>");
    assertEquals(List.of("com.acme.Pages"), descriptor.classNames().toList());
  }

  @Test
  void read_ofOtherRoot_namesIt() {
    assertEquals(
        "WEB-INF/web.xml has the root element web-fragment; a web application's has web-app.",
        problem("<web-fragment/>"));
  }

  @Test
  void read_ofBrokenDocument_tellsLineAndColumn() {
    String problem = problem("<web-app>\n\n  <servlet></servlets>\n</web-app>");
    assertTrue(
        problem.startsWith("WEB-INF/web.xml is not well-formed XML: line 3, column "), problem);
    assertTrue(problem.contains("\"servlet\""), problem);
  }

  @Test
  void read_fetchesNoDocumentTypeAndNoEntity(@TempDir Path folder) throws Exception {
    Path trap = Files.writeString(folder.resolve("trap.dtd"), "<!this breaks whoever reads it");
    String document =
        """
        <!DOCTYPE web-app SYSTEM "%1$s" [
          <!ENTITY trap SYSTEM "%1$s">
          <!ENTITY secret SYSTEM "file:///etc/passwd">
        ]>
        <web-app><display-name>a &trap; &secret; b</display-name></web-app>
        """
            .formatted(trap.toUri());
    Descriptor descriptor = read(document);
    String name = descriptor.sections().get(0).toString();
    assertFalse(name.contains("root:"), name);
    assertTrue(WebXml.read(document.getBytes(UTF_8)).added().isEmpty());
  }

  @Test
  void read_ofEntitiesThatGrow_endsAtOnce() throws IOException {
    StringBuilder document = new StringBuilder("<!DOCTYPE web-app [<!ENTITY e0 'ha'>");
    for (int i = 1; i < 40; i++) {
      document.append("<!ENTITY e%d '&e%d;&e%d;'>".formatted(i, i - 1, i - 1));
    }
    document.append("]><web-app a='&e39;'><display-name>&e39;</display-name></web-app>");
    assertTrue(problem(document.toString()).contains("not well-formed"));
  }
}
