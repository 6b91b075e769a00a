package org.speechservlet.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExampleOptionsTest {

  @TempDir private Path folder;
  private String war = "";
  private String sample = "";

  @BeforeEach
  void makeFiles() throws IOException {
    war = Files.createFile(folder.resolve("example.war")).toString();
    sample = Files.createFile(folder.resolve("sample.wav")).toString();
  }

  @Test
  void of_withoutProperties_takesPort8080OnLoopback() throws ExampleException {
    ExampleOptions options = ExampleOptions.of(Map.of(), war, sample);

    assertEquals("localhost", options.host());
    assertEquals(8080, options.port());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "65535"})
  void of_portInRange_isTaken(String port) throws ExampleException {
    assertEquals(
        Integer.parseInt(port), ExampleOptions.of(Map.of("port", port), war, sample).port());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "65536", "99999999999", "http", "80 80", "٣"})
  void of_portThatIsNone_namesValueAndRange(String port) {
    ExampleException refusal =
        assertThrows(
            ExampleException.class, () -> ExampleOptions.of(Map.of("port", port), war, sample));

    assertTrue(
        refusal
            .getMessage()
            .startsWith("The port is '" + port + "'. Give a number from 1 to 65535"),
        refusal.getMessage());
    assertEquals(2, refusal.exitCode());
  }

  @Test
  void of_missingWar_namesItAndHowToBuildIt() {
    Path missing = folder.resolve("missing.war");

    ExampleException refusal =
        assertThrows(
            ExampleException.class, () -> ExampleOptions.of(Map.of(), missing.toString(), sample));

    assertEquals(
        "There is no file " + missing + ". Build it with: mvn package", refusal.getMessage());
  }

  @Test
  void of_oneArgument_saysWhatIsNeeded() {
    ExampleException refusal =
        assertThrows(ExampleException.class, () -> ExampleOptions.of(Map.of(), war));

    assertTrue(refusal.getMessage().startsWith("1 arguments were given; two are needed"));
  }
}
