package org.speechservlet.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class GreetingTest {

  @Test
  void of_portal_showsAddressServiceAndOneCommandToTry() {
    String greeting =
        Greeting.of(
            URI.create("http://localhost:8081/"),
            "the local recognizer at 127.0.0.1:40001",
            Path.of("/a folder", "claim.wav"));

    assertTrue(greeting.contains("Open:    http://localhost:8081/\n"), greeting);
    assertTrue(greeting.contains("Speech:  the local recognizer at 127.0.0.1:40001\n"), greeting);
    assertTrue(
        greeting.contains(
            "curl --data-binary \"@/a folder/claim.wav\" -H \"Content-Type: audio/wav\""
                + " http://localhost:8081/speech/recognize\n"),
        greeting);
  }
}
