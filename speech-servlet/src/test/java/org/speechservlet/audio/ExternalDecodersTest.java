package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other people's programs say about what was re-wrapped, where they are installed. */
final class ExternalDecodersTest {
  private static final String LOW_PRE_SKIP = "WARNING: Implausibly low preskip";

  @TempDir private Path folder;

  static Stream<BrowserRecording> recordings() throws IOException {
    return Stream.concat(
        BrowserRecording.all(".webm").stream(), BrowserRecording.all(".mp4").stream());
  }

  private Path rewrapped(BrowserRecording recording) throws Exception {
    Path ogg = folder.resolve("rewrapped.ogg");
    return Files.write(ogg, new Upload("audio/webm", recording.bytes()).read().bytes());
  }

  private byte[] run(String... command) throws Exception {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor();
    return Files.readAllBytes(output);
  }

  private static void assumeInstalled(String program) {
    boolean installed =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    assumeTrue(installed, program + " is not installed");
  }

  private byte[] decode(Path file) throws Exception {
    return run("ffmpeg", "-v", "error", "-i", file.toString(), "-f", "s16le", "-");
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void ffmpeg_decodesTheSameSamplesFromBoth(BrowserRecording recording) throws Exception {
    assumeInstalled("ffmpeg");
    byte[] original = decode(recording.file());
    assertTrue(original.length > 96_000, "there is more than a second");
    assertArrayEquals(original, decode(rewrapped(recording)));
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void opusinfo_warnsOfNothingButThePreSkipOfTheBrowser(BrowserRecording recording)
      throws Exception {
    assumeInstalled("opusinfo");
    byte[] output = run("opusinfo", rewrapped(recording).toString());
    List<String> lines = new String(output, StandardCharsets.UTF_8).lines().toList();
    assertTrue(lines.stream().anyMatch(line -> line.contains("Playback length")), lines.toString());
    assertEquals(
        List.of(),
        lines.stream()
            .filter(line -> line.contains("WARNING"))
            .filter(line -> !line.startsWith(LOW_PRE_SKIP))
            .toList());
  }
}
