package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class FormReaderTest {
  private static final byte[] WAV = Pcm.wav(16_000, 1, Pcm.speechLike(300, 20_000));
  private static final byte[] FILE = FormBytes.file("application/octet-stream", WAV);
  private static final String DISPOSITION =
      "Content-Disposition: form-data; name=\"audio\"; filename=\"a.wav\"\r\n";

  private static byte[] pcm() throws AudioException {
    return Upload.ofWav(WAV).read().pcm();
  }

  private static void assertRefused(Upload upload, AudioException.Kind kind, String word) {
    Refusal refusal = upload.refusal();
    assertEquals(kind, refusal.kind(), refusal.message());
    assertTrue(refusal.message().contains(word), refusal.message());
  }

  @Test
  void read_fileAmongFields_givesItsAudio() throws Exception {
    Upload form =
        FormBytes.form(FormBytes.field("a", "1"), FILE, FormBytes.field("b", "\r\n--x\r\n"));
    assertArrayEquals(pcm(), form.read().pcm());
  }

  @Test
  void read_boundaryQuotedWithPreambleAndEpilogue_givesItsAudio() throws Exception {
    byte[] body =
        Pcm.join(
            Pcm.latin1("preamble\r\n--b 1\r\n" + DISPOSITION + "\r\n"),
            WAV,
            Pcm.latin1("\r\n--b 1--\r\nepilogue"));
    assertArrayEquals(
        pcm(), new Upload("Multipart/Form-Data; Boundary=\"b 1\"", body).read().pcm());
  }

  @Test
  void read_almostBoundariesInTheAudio_arePartOfIt() throws Exception {
    byte[] tricky = Pcm.latin1("\r\n--" + FormBytes.BOUNDARY.substring(1) + "\r\r\n--\r\n");
    byte[] wav = Pcm.join(Pcm.wav(16_000, 1, new short[0]), tricky, tricky);
    byte[] expected = Upload.ofWav(wav).read().bytes();
    Upload form = FormBytes.form(FormBytes.file("audio/wav", wav));
    for (int pieceBytes = 1; pieceBytes < 30; pieceBytes++) {
      assertArrayEquals(expected, form.read(pieceBytes).bytes(), pieceBytes + " at a time");
    }
  }

  @Test
  void feed_beforeTheLastDelimiter_passesTheAudioOn() throws Exception {
    RecordedAudio audio = new RecordedAudio();
    AudioIntake intake =
        new AudioIntake(
            ContentType.parse(FormBytes.TYPE),
            new AudioLimits(Upload.LIMIT),
            Upload.FILTERS,
            audio);
    intake.feed(ByteBuffer.wrap(FILE));
    assertEquals(pcm().length, audio.pcm().length);
  }

  @Test
  void read_audioRefusedInside_offsetCountsFromTheUploadsStart() {
    byte[] broken = Pcm.join(Pcm.riff(), Pcm.chunk("data", new byte[100]));
    byte[] file = FormBytes.file("audio/wav", broken);
    Refusal refusal = FormBytes.form(file).refusal();
    long start = file.length - 2L - broken.length;
    assertEquals(start + 12, refusal.offsetBytes().orElseThrow());
  }

  @Test
  void read_unreadablePart_isToldAtTheSameOffset_howeverTheFormIsCut() {
    Upload form = FormBytes.form(FormBytes.part("no: field\r\n", new byte[0]));
    long at = Refusal.of(form::read).offsetBytes().orElseThrow();
    assertEquals(("--" + FormBytes.BOUNDARY + "\r\n").length(), at);
    assertEquals(at, Refusal.of(() -> form.read(1)).offsetBytes().orElseThrow());
  }

  @Test
  void read_notExactlyOneFile_isRefused() {
    assertRefused(
        FormBytes.form(FILE, FILE), AudioException.Kind.UNSUPPORTED, "more than one file");
    assertRefused(
        FormBytes.form(FormBytes.field("a", "1")), AudioException.Kind.UNSUPPORTED, "no file");
    assertRefused(
        FormBytes.form(FormBytes.file("audio/wav", new byte[0])),
        AudioException.Kind.MALFORMED,
        "empty");
  }

  @Test
  void read_formWithoutItsEnd_isMalformed() {
    Upload open = new Upload(FormBytes.TYPE, FILE);
    assertRefused(open, AudioException.Kind.MALFORMED, "last delimiter");
    assertRefused(new Upload(FormBytes.TYPE, new byte[0]), AudioException.Kind.MALFORMED, "empty");
  }

  @Test
  void read_unreadableParts_areRefused() {
    String base64 = DISPOSITION + "Content-Transfer-Encoding: base64\r\n";
    assertRefused(
        FormBytes.form(FormBytes.part(base64, WAV)), AudioException.Kind.UNSUPPORTED, "base64");
    assertRefused(
        FormBytes.form(FormBytes.part("X: " + "x".repeat(5000) + "\r\n", WAV)),
        AudioException.Kind.MALFORMED,
        "4096");
    assertRefused(
        FormBytes.form(FormBytes.part("X: y\r\n", WAV)),
        AudioException.Kind.MALFORMED,
        "Content-Disposition");
    assertRefused(
        FormBytes.form(FormBytes.field("a", "x".repeat(70_000)), FILE),
        AudioException.Kind.UNSUPPORTED,
        "65536");
  }

  @Test
  void read_typeWithoutBoundary_isMalformed() {
    assertRefused(
        new Upload("multipart/form-data", FILE), AudioException.Kind.MALFORMED, "boundary");
    assertRefused(
        new Upload("multipart/form-data; boundary=" + "x".repeat(71), FILE),
        AudioException.Kind.MALFORMED,
        "boundary");
  }
}
