package org.speechservlet.local.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.local.audio.Failures.messageOf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OggOpusDecoderTest {

  @ParameterizedTest
  @CsvSource({
    "hybrid-24k.ogg, 0.93",
    "hybrid-32k-60ms.ogg, 0.93",
    "silk-12k.ogg, 0.90",
    "celt-64k.ogg, 0.99",
    "stereo-48k.ogg, 0.93"
  })
  void decode_everyModeOfOpus_soundsLikeTheSource(String name, double correlation)
      throws Exception {
    short[] source = TestAudio.wavSamples("speech.wav");
    short[] decoded = decode(TestAudio.file(name), 4_096);
    double actual = RecordedSamples.correlation(source, decoded);
    assertTrue(actual > correlation, name + " correlates by " + actual);
    assertEquals(source.length, decoded.length, 1);
  }

  @Test
  void decode_hybridPackets_isWhatLibopusDecodes() throws Exception {
    short[] libopus = TestAudio.wavSamples("hybrid-24k.libopus.wav");
    short[] decoded = decode(TestAudio.file("hybrid-24k.ogg"), 4_096);
    double snr = RecordedSamples.snrDb(libopus, decoded);
    assertTrue(snr > 30, "The SNR against libopus is " + snr + " dB");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 255})
  void decode_anyCuts_yieldsTheSameSamples(int pieceBytes) throws Exception {
    byte[] ogg = TestAudio.file("hybrid-24k.ogg");
    assertArrayEquals(decode(ogg, 4_096), decode(ogg, pieceBytes));
  }

  @Test
  void decode_pageByPage_passesSamplesOnBeforeTheEnd() throws Exception {
    byte[] ogg = TestAudio.file("hybrid-24k.ogg");
    int lastPage = lastIndexOf(ogg, "OggS");
    RecordedSamples samples = new RecordedSamples();
    AudioDecoder decoder = AudioFormat.OGG_OPUS.newDecoder(samples);
    decoder.decode(ByteBuffer.wrap(ogg, 0, lastPage + 27));
    int early = samples.all().length;
    decoder.decode(ByteBuffer.wrap(ogg, lastPage + 27, ogg.length - lastPage - 27));
    decoder.end();
    assertTrue(early < samples.all().length, "The last page brought nothing");
  }

  @Test
  void decode_cutAfterTheHeaders_yieldsNothing() throws Exception {
    byte[] ogg = TestAudio.file("hybrid-24k.ogg");
    int thirdPage = indexOf(ogg, "OggS", indexOf(ogg, "OggS", 1) + 1);
    assertEquals(0, decode(Arrays.copyOf(ogg, thirdPage), 4_096).length);
  }

  @Test
  void decode_cutInTheFirstPage_isMalformed() throws Exception {
    byte[] ogg = TestAudio.file("hybrid-24k.ogg");
    for (int length = 0; length < indexOf(ogg, "OggS", 1); length++) {
      byte[] cut = Arrays.copyOf(ogg, length);
      assertThrows(MalformedAudioException.class, () -> decode(cut, 4_096));
    }
  }

  @Test
  void decode_oneBitWrong_isMalformedAtThatPage() throws Exception {
    byte[] ogg = TestAudio.file("hybrid-24k.ogg");
    int lastPage = lastIndexOf(ogg, "OggS");
    ogg[ogg.length - 10] ^= 1;
    String message = messageOf(MalformedAudioException.class, () -> decode(ogg, 4_096));
    assertTrue(message.contains("checksum"), message);
    assertTrue(message.contains("(at byte " + lastPage + ")"), message);
  }

  @Test
  void decode_otherContainer_isMalformedAtTheStart() {
    byte[] wav = TestAudio.silentWav(100);
    String message = messageOf(MalformedAudioException.class, () -> decode(wav, 4_096));
    assertTrue(message.contains("(at byte 0)"), message);
  }

  @Test
  void decode_oggWithoutOpus_isMalformed() {
    byte[] head = "\u0001vorbis".getBytes(StandardCharsets.US_ASCII);
    byte[] ogg = concat(OggBuilder.page(2, 0, 7, head), OggBuilder.page(0, 0, 7, new byte[5]));
    assertThrows(MalformedAudioException.class, () -> decode(ogg, 4_096));
  }

  @Test
  void decode_threeChannels_isUnsupported() {
    byte[] ogg = OggBuilder.page(2, 0, 7, OggBuilder.opusHead(3, 312));
    assertThrows(UnsupportedAudioException.class, () -> decode(ogg, 4_096));
  }

  @Test
  void decode_packetsThatAreNoOpus_isMalformed() {
    byte[] noOpus = new byte[200];
    Arrays.fill(noOpus, (byte) 0xFF);
    byte[] ogg = OggBuilder.stream(noOpus);
    assertThrows(MalformedAudioException.class, () -> decode(ogg, 4_096));
  }

  @Test
  void decode_pagesOfAnotherStream_arePassedOver() throws Exception {
    byte[] ogg = TestAudio.file("hybrid-24k.ogg");
    int secondPage = indexOf(ogg, "OggS", 1);
    byte[] foreign = OggBuilder.page(2, 0, 99, new byte[80]);
    byte[] mixed =
        concat(
            concat(foreign, Arrays.copyOf(ogg, secondPage)),
            concat(
                OggBuilder.page(0, 0, 99, new byte[300]),
                Arrays.copyOfRange(ogg, secondPage, ogg.length)));
    assertArrayEquals(decode(ogg, 4_096), decode(mixed, 4_096));
  }

  @Test
  void decode_packetThatNeverEnds_isMalformedAtItsLimit() {
    byte[] endless = OggBuilder.stream();
    for (int i = 0; i < 2; i++) {
      endless = concat(endless, OggBuilder.pageOfFullSegments(i == 0 ? 0 : 1, 7));
    }
    byte[] ogg = endless;
    String message = messageOf(MalformedAudioException.class, () -> decode(ogg, 4_096));
    assertTrue(message.contains("65536"), message);
  }

  private static short[] decode(byte[] ogg, int pieceBytes) throws Exception {
    RecordedSamples samples = new RecordedSamples();
    TestAudio.feed(AudioFormat.OGG_OPUS.newDecoder(samples), ogg, pieceBytes);
    return samples.all();
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static int indexOf(byte[] bytes, String text, int from) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
  }

  private static int lastIndexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(text);
  }
}
