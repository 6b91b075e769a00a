package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to make a reader hold more than is stated of it. */
class ReaderMemoryTest {
  private static final byte[] PACKET = WebmBytes.packet(1, 4);

  private static Refusal check(byte[] bytes) {
    return check(new Upload("", bytes));
  }

  private static Refusal check(Upload upload) {
    FuzzedUpload fuzzed = new FuzzedUpload(ContentType.parse(upload.type()), upload.bytes());
    return Objects.requireNonNullElse(fuzzed.check(), Refusal.of(AudioException.unsupported("-")));
  }

  private static byte[] block(int packetBytes) {
    return WebmBytes.simpleBlock(WebmBytes.TRACK, WebmBytes.packet(7, packetBytes));
  }

  /** Each a byte longer than the one before, so that no room is left over for it. */
  @Test
  void webmBlocks_thatGrow_areHeldInNoMoreThanTheLongest() {
    check(WebmBytes.live(WebmBytes.cluster(block(40_000), block(61_439), block(61_440))));
  }

  /** Of a size that is all but the most, then of the most; their content is empty packets. */
  @Test
  void webmBlocks_ofTheMostBytes_areHeldInSoMuch() {
    byte[] nearly = WebmBytes.simpleBlock(1, new byte[] {0}, new byte[64 * 1024 - 6]);
    byte[] full = WebmBytes.simpleBlock(1, new byte[] {0}, new byte[64 * 1024 - 5]);
    check(WebmBytes.live(WebmBytes.cluster(nearly, full)));
    byte[] laced = lacedBlock(64 * 1024 - 1);
    check(WebmBytes.live(WebmBytes.cluster(laced, lacedBlock(64 * 1024))));
  }

  /** Two frames, the first of which is short, so that neither is longer than a packet may be. */
  private static byte[] lacedBlock(int contentBytes) {
    byte[] frames = new byte[contentBytes - 4 - 2 - 20];
    byte[] first = WebmBytes.packet(3, 20);
    Arrays.fill(frames, 0, frames.length, (byte) 0);
    byte[] content = Pcm.join(new byte[] {1, 20}, first, frames);
    return WebmBytes.element(MatroskaId.SIMPLE_BLOCK, WebmBytes.blockContent(1, 0x82, content));
  }

  /** A run that has no samples is nothing to remember. */
  @Test
  void mp4Runs_withoutSamples_areNotKept() {
    byte[] run = Mp4Bytes.box("trun", Mp4Bytes.ints(0x1, 0, 8));
    assertEquals("-", check(fragmentOf(run, 20_000, PACKET)).message());
  }

  @Test
  void mp4Runs_ofEmptySamples_areNotKept() {
    byte[] run = Mp4Bytes.box("trun", Mp4Bytes.ints(0x201, 1, 8, 0));
    assertEquals("-", check(fragmentOf(run, 4000, PACKET)).message());
  }

  @Test
  void mp4Runs_moreThanAFragmentNeeds_areRefused() {
    byte[] run = Mp4Bytes.box("trun", Mp4Bytes.ints(0x201, 1, 8, 4));
    Refusal refusal = check(fragmentOf(run, 4000, PACKET));
    assertEquals(AudioException.Kind.UNSUPPORTED, refusal.kind());
    assertTrue(refusal.message().contains("runs"), refusal.message());
  }

  /** A fragment that begins with many runs, and ends with a true one of one packet. */
  private static byte[] fragmentOf(byte[] run, int count, byte[] packet) {
    ByteArrayOutputStream runs = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      runs.writeBytes(run);
    }
    int length = 8 + 8 + 16 + runs.size() + 24;
    byte[] last = Mp4Bytes.box("trun", Mp4Bytes.ints(0x201, 1, length + 8, packet.length));
    byte[] track =
        Mp4Bytes.box(
            "traf",
            Mp4Bytes.box("tfhd", Mp4Bytes.ints(0x2_0000, Mp4Bytes.TRACK)),
            runs.toByteArray(),
            last);
    return Pcm.join(
        Mp4Bytes.beginning(), Mp4Bytes.box("moof", track), Mp4Bytes.box("mdat", packet));
  }

  /** An index of the most bytes, then a packet of the most bytes. */
  @Test
  void mp4Index_ofTheMostBytes_isHeldInSoMuch() {
    int[] sizes = new int[Mp4Fragment.MAX_SAMPLES];
    sizes[0] = OpusPacket.MAX_BYTES;
    byte[] packet = WebmBytes.packet(1, OpusPacket.MAX_BYTES);
    byte[] head = Mp4Bytes.fragmentHead(Mp4Bytes.TRACK, sizes);
    check(Pcm.join(Mp4Bytes.beginning(), head, Mp4Bytes.box("mdat", packet)));
  }

  /** What stands behind the fields of an OpusHead of one or two channels is not part of it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 300, 3000})
  void mp4OpusHead_withMoreBehindIt_goesOnWithoutThat(int moreBytes) {
    byte[] head = Arrays.copyOfRange(Mp4Bytes.opusHead(0), 8, 19);
    byte[] entry = Mp4Bytes.sampleEntry("Opus", Mp4Bytes.box("dOps", head, new byte[moreBytes]));
    byte[] file =
        Pcm.join(
            Mp4Bytes.beginning(Mp4Bytes.track(Mp4Bytes.TRACK, entry)),
            Mp4Bytes.fragment(Mp4Bytes.TRACK, PACKET));
    assertEquals("-", check(file).message());
  }

  @ParameterizedTest
  @ValueSource(ints = {4_000, 11_025, 44_100, 96_001, 384_000})
  void wav_ofAnyRate_isConvertedInNoMoreThanIsStated(int rateHz) {
    check(Pcm.wav(rateHz, 2, Pcm.tone(440, rateHz, rateHz / 4 * 2, 9000)));
  }

  @Test
  void formPart_withTheMostHeaders_isHeldInSoMuch() {
    String headers =
        "Content-Disposition: form-data; name=\"" + "n".repeat(2000) + "\"; filename=a\r\n";
    String more = "X: " + "x".repeat(FormPartHeaders.MAX_BYTES - headers.length() - 7) + "\r\n";
    byte[] wav = Pcm.wav(44_100, 1, Pcm.tone(440, 44_100, 4000, 9000));
    assertEquals("-", check(FormBytes.form(FormBytes.part(headers + more, wav))).message());
  }
}
