package org.speechservlet.local.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.local.audio.Failures.messageOf;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WavDecoderTest {

  private static final short[] SAMPLES = TestAudio.sine(16_000, 440, 9_000, 5_000);

  private static Stream<Named<byte[]>> wavsWithTheSameSamples() {
    return Stream.of(
        Named.of("honest sizes", new WavBuilder().data(SAMPLES).build()),
        Named.of("all sizes 0", new WavBuilder().riffSize(0).dataWithSize(0, SAMPLES).build()),
        Named.of(
            "all sizes 0xFFFFFFFF",
            new WavBuilder().riffSize(-1).dataWithSize(-1, SAMPLES).build()),
        Named.of(
            "RIFF size 0 and data size 40",
            new WavBuilder().riffSize(0).dataWithSize(40, SAMPLES).build()),
        Named.of(
            "46-byte header and data size 0",
            new WavBuilder().formatBytes(18).riffSize(0).dataWithSize(0, SAMPLES).build()),
        Named.of("extensible format", new WavBuilder().formatBytes(40).data(SAMPLES).build()),
        Named.of(
            "LIST of odd size before fmt",
            new WavBuilder().chunk("LIST", new byte[27]).data(SAMPLES).build()),
        Named.of(
            "LIST after data",
            new WavBuilder().data(SAMPLES).chunk("LIST", new byte[260]).build()));
  }

  private static Stream<Arguments> wavsInPieces() {
    return wavsWithTheSameSamples()
        .flatMap(wav -> Stream.of(1, 2, 3, 7, 4_096).map(piece -> Arguments.of(wav, piece)));
  }

  @ParameterizedTest
  @MethodSource("wavsInPieces")
  void decode_anySizesAndCuts_yieldsTheSameSamples(byte[] wav, int pieceBytes) throws Exception {
    assertArrayEquals(SAMPLES, decode(wav, pieceBytes));
  }

  @Test
  void decode_cutAtEveryByteOfItsHeader_isMalformedThere() {
    byte[] wav = new WavBuilder().chunk("LIST", new byte[3]).data(SAMPLES).build();
    int headerBytes = wav.length - SAMPLES.length * Short.BYTES;
    for (int length = 0; length < headerBytes; length++) {
      byte[] cut = Arrays.copyOf(wav, length);
      String message = messageOf(MalformedAudioException.class, () -> decode(cut, 4_096));
      assertTrue(message.contains("(at byte " + length + ")"), message);
    }
  }

  @Test
  void decode_headerOnly_yieldsNothing() throws Exception {
    assertEquals(0, decode(new WavBuilder().data().build(), 4_096).length);
  }

  @Test
  void decode_halfASampleAtTheEnd_dropsIt() throws Exception {
    byte[] wav = new WavBuilder().dataWithSize(0, SAMPLES).build();
    short[] decoded = decode(Arrays.copyOf(wav, wav.length - 1), 4_096);
    assertArrayEquals(Arrays.copyOf(SAMPLES, SAMPLES.length - 1), decoded);
  }

  @Test
  void decode_bytesAfterTheDeclaredEndThatAreNoChunk_areSamples() throws Exception {
    byte[] wav = new WavBuilder().dataWithSize(1_000, SAMPLES).build();
    assertArrayEquals(SAMPLES, decode(wav, 4_096));
  }

  @ParameterizedTest
  @ValueSource(strings = {"OggS", "\u001aE\u00df\u00a3", "ID3\u0003", "RIFX", "RF64", "{\"a\""})
  void decode_otherContainers_isMalformedAtTheStart(String start) {
    byte[] bytes = Arrays.copyOf(latin1(start), 64);
    String message = messageOf(MalformedAudioException.class, () -> decode(bytes, 4_096));
    assertTrue(message.contains("(at byte 0)"), message);
  }

  private static Stream<Named<byte[]>> unheardFormats() {
    return Stream.of(
        Named.of("44.1 kHz stereo", new WavBuilder().format(2, 44_100).data(SAMPLES).build()),
        Named.of("8 kHz", new WavBuilder().format(1, 8_000).data(SAMPLES).build()),
        Named.of("8 bits", new WavBuilder().bits(8).data(SAMPLES).build()),
        Named.of("float", new WavBuilder().tag(3).bits(32).data(SAMPLES).build()),
        Named.of("A-law", new WavBuilder().tag(6).bits(8).data(SAMPLES).build()));
  }

  @ParameterizedTest
  @MethodSource("unheardFormats")
  void decode_formatsThatTheServiceTakesForSilence_isUnsupported(byte[] wav) {
    assertThrows(UnsupportedAudioException.class, () -> decode(wav, 7));
  }

  @Test
  void decode_44kHzStereo_saysWhatItIsAndWhatIsHeard() {
    byte[] wav = new WavBuilder().format(2, 44_100).data(SAMPLES).build();
    String message = messageOf(UnsupportedAudioException.class, () -> decode(wav, 7));
    assertEquals(
        "WAV with codec 1, 44100 Hz, 2 channel(s), 16 bits; heard is PCM (codec 1), 16000 Hz,"
            + " 1 channel, 16 bits",
        message);
  }

  @Test
  void decode_wrongBlockAlign_isMalformed() {
    byte[] wav = new WavBuilder().blockAlign(4).data(SAMPLES).build();
    assertThrows(MalformedAudioException.class, () -> decode(wav, 4_096));
  }

  @Test
  void decode_dataBeforeFormat_isMalformed() {
    byte[] wav = new WavBuilder().dataWithoutFormat().build();
    assertThrows(MalformedAudioException.class, () -> decode(wav, 4_096));
  }

  @Test
  void decode_formatChunkTooShort_isMalformed() {
    byte[] wav = new WavBuilder().chunk("fmt ", new byte[14]).build();
    assertThrows(MalformedAudioException.class, () -> decode(wav, 4_096));
  }

  private static short[] decode(byte[] wav, int pieceBytes) throws Exception {
    RecordedSamples samples = new RecordedSamples();
    TestAudio.feed(AudioFormat.WAV.newDecoder(samples), wav, pieceBytes);
    return samples.all();
  }

  private static byte[] latin1(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
