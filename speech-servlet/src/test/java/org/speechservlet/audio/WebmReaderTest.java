package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class WebmReaderTest {
  private static final byte[] A = WebmBytes.packet(1, 20);
  private static final byte[] B = WebmBytes.packet(2, 600);
  private static final byte[] C = WebmBytes.packet(3, 1);
  private static final byte[] BLOCK_A = WebmBytes.simpleBlock(WebmBytes.TRACK, A);
  private static final byte[] BLOCK_B = WebmBytes.simpleBlock(WebmBytes.TRACK, B);
  private static final int XIPH = 2;
  private static final int FIXED = 4;
  private static final int EBML = 6;

  private static Upload webm(byte[] file) {
    return new Upload("audio/webm;codecs=opus", file);
  }

  private static OggPackets read(byte[] file) throws AudioException {
    OggPackets whole = OggPackets.of(webm(file).read().bytes());
    assertEquals(whole.granules(), OggPackets.of(webm(file).read(1).bytes()).granules());
    return whole;
  }

  private static void assertPackets(byte[] file, byte[]... expected) throws AudioException {
    List<byte[]> packets = read(file).audio();
    assertEquals(expected.length, packets.size());
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], packets.get(i), "packet " + i);
    }
  }

  @Test
  void read_liveClusters_passesOnAllPackets() throws Exception {
    assertPackets(
        WebmBytes.live(WebmBytes.cluster(BLOCK_A, BLOCK_B), WebmBytes.cluster(BLOCK_A)), A, B, A);
  }

  @Test
  void read_knownSizes_passesOnAllPackets() throws Exception {
    byte[] cluster = WebmBytes.element(MatroskaId.CLUSTER, BLOCK_A, BLOCK_B);
    byte[] segment =
        WebmBytes.element(
            MatroskaId.SEGMENT,
            WebmBytes.element(MatroskaId.SEEK_HEAD, new byte[40]),
            WebmBytes.element(MatroskaId.VOID, new byte[300]),
            WebmBytes.element(MatroskaId.INFO, new byte[9]),
            WebmBytes.tracks(WebmBytes.opusTrack(1)),
            cluster,
            WebmBytes.element(MatroskaId.CUES, BLOCK_B));
    assertPackets(
        Pcm.join(WebmBytes.header("webm"), segment, WebmBytes.element(MatroskaId.VOID)), A, B);
  }

  @Test
  void read_unknownElements_skipsThem() throws Exception {
    byte[] unknown = WebmBytes.element(0x42FF, new byte[100_000]);
    assertPackets(
        WebmBytes.live(
            unknown, WebmBytes.cluster(unknown, BLOCK_A, WebmBytes.element(0xE7), BLOCK_B)),
        A,
        B);
  }

  @Test
  void read_tagsBetweenLiveClusters_endTheClusterBefore() throws Exception {
    byte[] tags = WebmBytes.element(MatroskaId.TAGS, BLOCK_B);
    assertPackets(
        WebmBytes.live(WebmBytes.cluster(BLOCK_A), tags, WebmBytes.cluster(BLOCK_B)), A, B);
  }

  @Test
  void read_severalTracks_takesTheFirstOfOpus() throws Exception {
    byte[] tracks =
        WebmBytes.tracks(
            WebmBytes.track(1, "V_VP8"),
            WebmBytes.track(2, "A_VORBIS", WebmBytes.codecPrivate(new byte[4000])),
            WebmBytes.opusTrack(200),
            WebmBytes.opusTrack(4));
    byte[] video = WebmBytes.simpleBlock(1, new byte[200_000]);
    byte[] other = WebmBytes.simpleBlock(4, B);
    byte[] opus = WebmBytes.simpleBlock(200, A);
    assertPackets(WebmBytes.file(tracks, WebmBytes.cluster(video, other, opus, opus)), A, A);
  }

  @Test
  void read_blockGroup_passesOnItsBlock() throws Exception {
    byte[] group = WebmBytes.element(MatroskaId.BLOCK_GROUP, WebmBytes.block(A));
    assertPackets(WebmBytes.live(WebmBytes.cluster(group, BLOCK_B, group)), A, B, A);
  }

  static Stream<Arguments> laced() {
    byte[] fixed = WebmBytes.packet(4, 20);
    byte[] long300 = WebmBytes.packet(5, 300);
    byte[] long255 = WebmBytes.packet(6, 255);
    return Stream.of(
        arguments(
            "xiph",
            XIPH,
            new byte[] {3, (byte) 255, 45, (byte) 255, 0, 20},
            new byte[][] {long300, long255, A, B}),
        arguments("fixed", FIXED, new byte[] {2}, new byte[][] {A, fixed, A}),
        arguments(
            "EBML",
            EBML,
            // 300; then 20 - 300 = -280 and 600 - 20 = 580 as differences of two bytes
            Pcm.join(
                new byte[] {3},
                WebmBytes.vint(300, 2),
                WebmBytes.vint(-280 + 8191, 2),
                WebmBytes.vint(580 + 8191, 2)),
            new byte[][] {long300, A, B, C}),
        arguments("of one", EBML, new byte[] {0}, new byte[][] {A}),
        arguments("EBML, equal", EBML, new byte[] {1, (byte) 0x94}, new byte[][] {A, fixed}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("laced")
  void read_lacedBlock_passesOnEachFrame(String name, int flags, byte[] head, byte[][] frames)
      throws Exception {
    byte[] content = WebmBytes.blockContent(1, flags, head, Pcm.join(frames));
    byte[] block = WebmBytes.element(MatroskaId.SIMPLE_BLOCK, content);
    assertPackets(WebmBytes.live(WebmBytes.cluster(block)), frames);
  }

  @Test
  void read_emptyFrame_passesItOver() throws Exception {
    byte[] empty = WebmBytes.simpleBlock(WebmBytes.TRACK);
    assertPackets(WebmBytes.live(WebmBytes.cluster(BLOCK_A, empty, BLOCK_B)), A, B);
  }

  @Test
  void read_headWithPreSkip_keepsItInFrontOfTheGranules() throws Exception {
    byte[] head = OggBytes.head(2, 312);
    byte[] track = WebmBytes.track(1, "A_OPUS", WebmBytes.codecPrivate(head));
    OggPackets ogg = read(WebmBytes.file(WebmBytes.tracks(track), WebmBytes.cluster(BLOCK_A)));
    assertArrayEquals(head, ogg.head());
    assertEquals(List.of(960L), ogg.granules());
  }

  @Test
  void read_discardPaddingAtTheEnd_trimsTheLastGranule() throws Exception {
    byte[] padding = WebmBytes.element(0x75A2, WebmBytes.number(10_000_000, 4));
    byte[] group = WebmBytes.element(MatroskaId.BLOCK_GROUP, WebmBytes.block(A), padding);
    assertEquals(
        List.of(1440L), read(WebmBytes.live(WebmBytes.cluster(BLOCK_A, group))).granules());
    assertEquals(
        List.of(1920L), read(WebmBytes.live(WebmBytes.cluster(group, BLOCK_A))).granules());
  }

  @Test
  void read_morePaddingThanThePage_trimsToItsStart() throws Exception {
    byte[] padding = WebmBytes.element(0x75A2, WebmBytes.number(Long.MAX_VALUE, 8));
    byte[] negative = WebmBytes.element(0x75A2, WebmBytes.number(-1, 1));
    byte[] group = WebmBytes.element(MatroskaId.BLOCK_GROUP, WebmBytes.block(A), padding);
    assertEquals(List.of(0L), read(WebmBytes.live(WebmBytes.cluster(group))).granules());
    byte[] kept = WebmBytes.element(MatroskaId.BLOCK_GROUP, WebmBytes.block(A), negative);
    assertEquals(List.of(960L), read(WebmBytes.live(WebmBytes.cluster(kept))).granules());
  }

  @Test
  void read_largePackets_startsANewPageForEachThatDoesNotFit() throws Exception {
    byte[] large = WebmBytes.packet(7, 40_000);
    byte[] largest = WebmBytes.packet(8, OpusPacket.MAX_BYTES);
    byte[] blocks =
        Pcm.join(
            WebmBytes.simpleBlock(1, large),
            WebmBytes.simpleBlock(1, large),
            WebmBytes.simpleBlock(1, largest));
    OggPackets ogg = read(WebmBytes.live(WebmBytes.cluster(blocks)));
    assertEquals(List.of(1, 1, 1), ogg.pages());
  }

  @Test
  void read_cutInsideABlock_givesWhatCame() throws Exception {
    byte[] file = WebmBytes.live(WebmBytes.cluster(BLOCK_A, BLOCK_B));
    assertPackets(java.util.Arrays.copyOf(file, file.length - 1), A);
  }

  static Stream<Arguments> unsupported() {
    byte[] opus = WebmBytes.codecPrivate(OggBytes.head(1, 0));
    byte[] family = OggBytes.head(6, 0);
    family[18] = 1;

    byte[] live = WebmBytes.live(WebmBytes.cluster(BLOCK_A));
    return Stream.of(
        arguments("Vorbis (A_VORBIS)", track("A_VORBIS")),
        arguments("PCM as floating-point numbers (A_PCM/FLOAT/IEEE)", track("A_PCM/FLOAT/IEEE")),
        arguments("AAC (A_AAC/MPEG4/LC)", track("A_AAC/MPEG4/LC")),
        arguments("audio/webm;codecs=opus", track("A_VORBIS")),
        arguments("the codec \"V_?VP8\"", track("V_<VP8")),
        arguments("no track", WebmBytes.file(WebmBytes.tracks())),
        arguments("family 1", track("A_OPUS", WebmBytes.codecPrivate(family))),
        arguments("compressed", track("A_OPUS", opus, encoded(0x5034))),
        arguments("encrypted", track("A_OPUS", encoded(0x5035), opus)),
        arguments("several recordings", Pcm.join(live, live)),
        arguments("\"flv\"", Pcm.join(WebmBytes.header("flv"), new byte[64])));
  }

  private static byte[] encoded(int kind) {
    return WebmBytes.element(0x6D80, WebmBytes.element(0x6240, WebmBytes.element(kind)));
  }

  private static byte[] track(String codec, byte[]... more) {
    return WebmBytes.file(WebmBytes.tracks(WebmBytes.track(1, codec, more)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsupported")
  void read_otherContent_isRefusedByName(String name, byte[] file) {
    Refusal refusal = webm(file).refusal();
    assertEquals(AudioException.Kind.UNSUPPORTED, refusal.kind(), refusal.message());
    assertTrue(refusal.message().contains(name), refusal.message());
  }
}
