package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other people's programs say about what was re-wrapped, where they are installed. */
final class ExternalDecodersTest {
  private static final String LOW_PRE_SKIP = "WARNING: Implausibly low preskip";

  private static final String SPEECH =
      "../local-speech-service/src/test/resources/speech/patient.wav";

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "speech.webm",
        "-cluster_time_limit 100 -live 1 speech.webm",
        "speech.mkv",
        "-movflags frag_keyframe+empty_moov+default_base_moof -frag_duration 300000 speech.mp4",
        "-movflags frag_keyframe+empty_moov -frag_duration 1000000 speech.mp4",
        "-movflags frag_keyframe+empty_moov+omit_tfhd_offset+separate_moof speech.mp4"
      })
  void ffmpeg_decodesTheSameFromWhatItMuxedItself(String options) throws Exception {
    Path file = muxed("-c:a libopus -b:a 24k -frame_duration 40 " + options);
    byte[] original = decode(file);
    assertTrue(original.length > 96_000, "there is more than a second");
    Path ogg = folder.resolve("rewrapped.ogg");
    Files.write(ogg, new Upload("audio/webm", Files.readAllBytes(file)).read().bytes());
    assertArrayEquals(original, decode(ogg));
  }

  /** Speech as ffmpeg writes it; the last option is the file's name. */
  private Path muxed(String options) throws Exception {
    assumeInstalled("ffmpeg");
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-i", SPEECH));
    command.addAll(List.of(options.split(" ")));
    Path file = folder.resolve(command.remove(command.size() - 1));
    command.add(file.toString());
    run(command.toArray(String[]::new));
    return file;
  }

  @ParameterizedTest
  @CsvSource({
    "-c:a aac -movflags frag_keyframe+empty_moov speech.mp4, AAC",
    "-c:a aac -movflags faststart speech.m4a, AAC",
    "-c:a aac speech.m4a, behind its audio",
    "-c:a alac -movflags faststart speech.m4a, ALAC",
    "-c:a libopus -movflags faststart speech.mp4, not a fragmented one",
    "-c:a libvorbis speech.webm, Vorbis",
    "-c:a pcm_f32le speech.mkv, PCM as floating-point"
  })
  void ffmpegsOtherFiles_areRefusedByName(String options, String name) throws Exception {
    Refusal refusal = new Upload("audio/mp4", Files.readAllBytes(muxed(options))).refusal();
    assertEquals(AudioException.Kind.UNSUPPORTED, refusal.kind(), refusal.message());
    assertTrue(refusal.message().contains(name), refusal.message());
  }
}
