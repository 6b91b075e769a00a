package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RefusedFormatsTest {

  @ParameterizedTest
  @CsvSource({
    "fLaC, FLAC",
    "....ftypM4A , MP4",
    "ID3, MP3",
    "FORM....AIFF, AIFF",
    "caff, CAF",
    "#!AMR, AMR",
    "RF64....WAVE, RF64",
    "RIFX....WAVE, RIFX",
    "RIFF....AVI_, RIFF",
    ".snd, AU",
    "UklGRgAAAABXQVZF, base64",
    "{\"a\":1}, JSON",
    "<html>, HTML",
    "hello, text"
  })
  void feed_otherFormat_isRefusedByNameWithWhatIsAccepted(String start, String name) {
    boolean text = name.equals("base64") || start.matches("[{<h].*");
    byte[] bytes = Pcm.join(Pcm.latin1(start), new byte[text ? 0 : 100]);
    for (String type : new String[] {"audio/wav", "audio/l16;rate=16000"}) {
      assertRefused(new Upload(type, bytes), name);
    }
  }

  @Test
  void feed_laterPartOfAWebmRecording_isRefusedAsSuch() {
    byte[] cluster = Pcm.join(WebmBytes.cluster(), new byte[100]);
    assertRefused(new Upload("audio/webm;codecs=opus", cluster), "without its beginning");
  }

  @Test
  void feed_unknownBytes_isRefusedWithItsFirstBytesAndACleanType() {
    byte[] bytes = {1, 2, 3, (byte) 0xFE};
    Refusal refusal = new Upload("audio/wav", bytes).refusal();
    assertTrue(refusal.message().contains("01 02 03 fe"), refusal.message());
    assertRefused(new Upload("audio/wav", bytes), "audio/wav");
    assertRefused(new Upload("audio/mpeg", new byte[] {-1, (byte) 0xFB, 0, 0}), "MP3");
    assertRefused(new Upload("audio/aac", new byte[] {-1, (byte) 0xF1, 0, 0}), "AAC");
  }

  private static void assertRefused(Upload upload, String name) {
    Refusal refusal = upload.refusal();
    assertEquals(AudioException.Kind.UNSUPPORTED, refusal.kind(), refusal.message());
    assertTrue(refusal.message().contains(name), refusal.message());
    assertTrue(refusal.message().contains("WAV (PCM 16-bit), Ogg/Opus"), refusal.message());
  }
}
