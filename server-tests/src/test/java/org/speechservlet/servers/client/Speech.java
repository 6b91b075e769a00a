package org.speechservlet.servers.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One utterance in each format that is accepted.
 *
 * @param name the format's
 * @param contentType what the request says it is
 * @param body the bytes
 * @param length how long somebody speaks, to a tenth of a second or so
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them or changes one
public record Speech(String name, String contentType, byte[] body, Duration length) {

  private static final Path RECORDINGS = Path.of("../speech-servlet/src/test/resources/recordings");
  private static final Path OGG =
      Path.of("../speech-servlet/src/test/resources/org/speechservlet/audio/mono-12k.opus");
  private static final Path CLAIM = Path.of("../example-webapp/src/main/webapp/samples/claim.wav");
  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

  /** Somebody speaks: 16 kHz, one channel. */
  public static Speech claim() {
    return new Speech("WAV 16 kHz", "audio/wav", read(CLAIM), Duration.ofMillis(3_320));
  }

  public static Speech stereo() {
    return new Speech(
        "WAV 48 kHz stereo", "audio/wav", Sound.wav(TWO_SECONDS, 48_000, 2), TWO_SECONDS);
  }

  public static Speech raw() {
    return new Speech(
        "L16", "audio/l16;rate=16000;channels=1", Sound.l16(TWO_SECONDS, 16_000), TWO_SECONDS);
  }

  public static Speech ogg() {
    return new Speech("Ogg/Opus", "audio/ogg;codecs=opus", read(OGG), Duration.ofMillis(1_455));
  }

  public static Speech webm() {
    return new Speech(
        "WebM/Opus",
        "audio/webm;codecs=opus",
        read(RECORDINGS.resolve("chromium-slice100.webm")),
        Duration.ofMillis(2_880));
  }

  public static Speech mp4() {
    return new Speech(
        "MP4/Opus",
        "audio/mp4;codecs=opus",
        read(RECORDINGS.resolve("chromium-slice250.mp4")),
        Duration.ofMillis(2_620));
  }

  /** The file of a plain HTML form. */
  public static Speech form() {
    Speech claim = claim();
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(
        ascii(
            String.join(
                "\r\n",
                "--cut",
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.wav\"",
                "Content-Type: audio/wav",
                "",
                "")));
    form.writeBytes(claim.body());
    form.writeBytes(ascii("\r\n--cut--\r\n"));
    return new Speech(
        "form", "multipart/form-data; boundary=cut", form.toByteArray(), claim.length());
  }

  @Override
  public String toString() {
    return name;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
