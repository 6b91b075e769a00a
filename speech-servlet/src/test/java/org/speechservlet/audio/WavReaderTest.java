package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class WavReaderTest {
  private static final byte[] FMT = Pcm.chunk("fmt ", Pcm.fmt(1, 1, 16_000, 16));
  private static final byte[] DATA = Pcm.bytes(Pcm.speechLike(500, 20_000));

  @Test
  void read_anyWav_beginsWithAFreshHeaderOfUnknownSizes() throws Exception {
    byte[] out = Upload.ofWav(Pcm.wav(48_000, 2, new short[960])).read().bytes();
    byte[] header = java.util.Arrays.copyOf(out, 44);
    byte[] expected =
        Pcm.join(
            Pcm.latin1("RIFF"),
            Pcm.int32(0),
            Pcm.latin1("WAVE"),
            FMT,
            Pcm.latin1("data"),
            Pcm.int32(0));
    assertArrayEquals(expected, header);
  }

  static Stream<Arguments> accepted() {
    byte[] list = Pcm.chunk("LIST", new byte[26]);
    byte[] oddData = Pcm.join(DATA, new byte[] {7});
    return Stream.of(
        arguments("plain", Pcm.join(Pcm.riff(), FMT, Pcm.chunk("data", DATA))),
        arguments(
            "46-byte header",
            Pcm.join(
                Pcm.riff(),
                Pcm.chunk("fmt ", Pcm.join(Pcm.fmt(1, 1, 16_000, 16), new byte[2])),
                Pcm.chunk("data", DATA))),
        arguments(
            "extensible",
            Pcm.join(
                Pcm.riff(),
                Pcm.chunk("fmt ", Pcm.extensible(1, 1, 16_000, 16)),
                Pcm.chunk("data", DATA))),
        arguments(
            "odd chunk in front",
            Pcm.join(
                Pcm.riff(), Pcm.chunk("bext", new byte[33]), FMT, list, Pcm.chunk("data", DATA))),
        arguments("size 0", Pcm.join(Pcm.riff(), FMT, Pcm.chunk("data", 0, DATA))),
        arguments("size -1", Pcm.join(Pcm.riff(), FMT, Pcm.chunk("data", -1, DATA))),
        arguments(
            "size 2 GiB", Pcm.join(Pcm.riff(), FMT, Pcm.chunk("data", Integer.MIN_VALUE, DATA))),
        arguments("announces more", Pcm.join(Pcm.riff(), FMT, Pcm.chunk("data", 5000, DATA))),
        arguments("announces less", Pcm.join(Pcm.riff(), FMT, Pcm.chunk("data", 100, DATA))),
        arguments("chunk behind", Pcm.join(Pcm.riff(), FMT, Pcm.chunk("data", DATA), list)),
        arguments("odd data", Pcm.join(Pcm.riff(), FMT, Pcm.chunk("data", oddData), list)),
        arguments("half a sample", Pcm.join(Pcm.riff(), FMT, Pcm.chunk("data", 0, oddData))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void read_headerInDisorder_givesExactlyTheSamples(String name, byte[] wav) throws Exception {
    RecordedAudio audio = Upload.ofWav(wav).read();
    assertEquals(UpstreamFormat.WAV_PCM_16K, audio.format());
    assertArrayEquals(DATA, audio.pcm(), name);
  }

  @Test
  void read_typeSaysOtherwise_theBytesDecide() throws Exception {
    byte[] wav = Pcm.join(Pcm.riff(), FMT, Pcm.chunk("data", DATA));
    for (String type : new String[] {"audio/ogg", "audio/l16;rate=8000", "text/plain", "?"}) {
      assertArrayEquals(DATA, new Upload(type, wav).read().pcm(), type);
    }
  }

  static Stream<Arguments> malformed() {
    byte[] data = Pcm.chunk("data", DATA);
    byte[] shortExtensible = Pcm.chunk("fmt ", Pcm.fmt(0xFFFE, 1, 16_000, 16));
    return Stream.of(
        arguments(12, "fmt", Pcm.join(Pcm.riff(), data, FMT)),
        arguments(36, "second fmt", Pcm.join(Pcm.riff(), FMT, FMT, data)),
        arguments(12, "14 bytes", Pcm.join(Pcm.riff(), Pcm.chunk("fmt ", new byte[14]), data)),
        arguments(
            12,
            "0 channels",
            Pcm.join(Pcm.riff(), Pcm.chunk("fmt ", Pcm.fmt(1, 0, 16_000, 16)), data)),
        arguments(12, "extensible", Pcm.join(Pcm.riff(), shortExtensible, data)),
        arguments(36, "1048577", Pcm.join(Pcm.riff(), FMT, Pcm.chunk("junk", 1_048_577, DATA))),
        arguments(36, "data", Pcm.join(Pcm.riff(), FMT)),
        arguments(30, "data", Pcm.join(Pcm.riff(), java.util.Arrays.copyOf(FMT, 18))));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("malformed")
  void read_brokenHeader_isMalformedAtItsOffset(long offset, String word, byte[] wav) {
    Refusal refusal = Upload.ofWav(wav).refusal();
    assertEquals(AudioException.Kind.MALFORMED, refusal.kind());
    assertEquals(offset, refusal.offsetBytes().orElseThrow());
    assertTrue(refusal.message().contains(word), refusal.message());
    assertTrue(refusal.message().contains("byte " + offset), refusal.message());
  }

  static Stream<Arguments> unsupported() {
    return Stream.of(
        arguments("8-bit PCM", Pcm.fmt(1, 1, 16_000, 8)),
        arguments("24-bit PCM", Pcm.fmt(1, 1, 16_000, 24)),
        arguments("32-bit floating point", Pcm.fmt(3, 1, 16_000, 32)),
        arguments("32-bit floating point", Pcm.extensible(3, 1, 16_000, 32)),
        arguments("A-law", Pcm.fmt(6, 1, 8_000, 8)),
        arguments("mu-law", Pcm.fmt(7, 1, 8_000, 8)),
        arguments("IMA ADPCM", Pcm.fmt(0x11, 1, 8_000, 4)),
        arguments("MP3", Pcm.fmt(0x55, 1, 44_100, 0)),
        arguments("0x1234", Pcm.fmt(0x1234, 1, 16_000, 16)),
        arguments("3999 Hz", Pcm.fmt(1, 1, 3_999, 16)),
        arguments("384001 Hz", Pcm.fmt(1, 1, 384_001, 16)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsupported")
  void read_otherAudioInWav_isRefusedByName(String name, byte[] fmt) {
    byte[] wav = Pcm.join(Pcm.riff(), Pcm.chunk("fmt ", fmt), Pcm.chunk("data", DATA));
    Refusal refusal = Upload.ofWav(wav).refusal();
    assertEquals(AudioException.Kind.UNSUPPORTED, refusal.kind());
    assertTrue(refusal.offsetBytes().isEmpty());
    assertTrue(refusal.message().contains(name), refusal.message());
  }
}
