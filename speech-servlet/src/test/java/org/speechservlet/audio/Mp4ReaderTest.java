package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class Mp4ReaderTest {
  private static final byte[] BEGINNING = Mp4Bytes.beginning();
  private static final byte[] A = WebmBytes.packet(1, 20);
  private static final byte[] B = WebmBytes.packet(2, 600);
  private static final byte[] AB = Mp4Bytes.fragment(Mp4Bytes.TRACK, A, B);

  private static Upload mp4(byte[]... parts) {
    return new Upload("audio/mp4", Pcm.join(parts));
  }

  private static void assertPackets(Upload upload, byte[]... expected) throws AudioException {
    byte[] whole = upload.read().bytes();
    assertArrayEquals(whole, upload.read(1).bytes());
    List<byte[]> packets = OggPackets.of(whole).audio();
    assertEquals(expected.length, packets.size());
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], packets.get(i), "packet " + i);
    }
  }

  @Test
  void read_fragments_passesOnAllPackets() throws Exception {
    byte[] free = Mp4Bytes.box("free", new byte[3000]);
    assertPackets(mp4(BEGINNING, AB, free, AB, Mp4Bytes.box("mfra")), A, B, A, B);
  }

  @Test
  void read_header_isMadeIntoAnOpusHead() throws Exception {
    byte[] track = Mp4Bytes.track(1, Mp4Bytes.sampleEntry("Opus", Mp4Bytes.opusHead(312)));
    OggPackets ogg = OggPackets.of(mp4(Mp4Bytes.beginning(track), AB).read().bytes());
    assertArrayEquals(OggBytes.head(1, 312), ogg.head());
  }

  @Test
  void read_severalTracks_takesTheFirstOfOpus() throws Exception {
    byte[] video = Mp4Bytes.track(7, Mp4Bytes.sampleEntry("avc1", new byte[50]));
    byte[] beginning = Mp4Bytes.beginning(video, Mp4Bytes.opusTrack(1), Mp4Bytes.opusTrack(3));
    assertPackets(mp4(beginning, Mp4Bytes.fragment(7, B), Mp4Bytes.fragment(3, B), AB), A, B);
  }

  @Test
  void read_defaultsAndSeveralRuns_findsEachPacket() throws Exception {
    byte[] header = Mp4Bytes.box("tfhd", Mp4Bytes.ints(0x2_003A, 1, 1, 960, 20, 0));
    byte[] first = Mp4Bytes.box("trun", Mp4Bytes.ints(0x005, 2, 8 + 8 + 32 + 24 + 16 + 8 + 5, 0));
    byte[] second = Mp4Bytes.box("trun", Mp4Bytes.ints(0x000, 1));
    byte[] moof = Mp4Bytes.box("moof", Mp4Bytes.box("traf", header, first, second));
    byte[] audio = Mp4Bytes.box("mdat", new byte[5], A, A, A, B);
    assertPackets(mp4(BEGINNING, moof, audio), A, A, A);
  }

  @Test
  void read_sizeInTrex_isTheLastResort() throws Exception {
    byte[] movie = Mp4Bytes.box("moov", Mp4Bytes.opusTrack(1), Mp4Bytes.movieExtends(1, A.length));
    byte[] run = Mp4Bytes.box("trun", Mp4Bytes.ints(0x001, 1, 8 + 8 + 16 + 20 + 8));
    byte[] header = Mp4Bytes.box("tfhd", Mp4Bytes.ints(0x2_0000, 1));
    byte[] moof = Mp4Bytes.box("moof", Mp4Bytes.box("traf", header, run));
    assertPackets(mp4(Mp4Bytes.FILE_TYPE, movie, moof, Mp4Bytes.box("mdat", A)), A);
  }

  @Test
  void read_baseOffsetAndLongSizes_areUnderstood() throws Exception {
    int moofBytes = 8 + 8 + 24 + 24;
    int base = BEGINNING.length + moofBytes + 16;
    byte[] header = Mp4Bytes.box("tfhd", Mp4Bytes.ints(1, 1, 0, base));
    byte[] run = Mp4Bytes.box("trun", Mp4Bytes.ints(0x201, 1, 0, A.length));
    byte[] moof = Mp4Bytes.box("moof", Mp4Bytes.box("traf", header, run));
    assertEquals(moofBytes, moof.length);
    byte[] audio = Mp4Bytes.boxOfSize("mdat", 1, Pcm.join(Mp4Bytes.ints(0, 16 + A.length), A));
    assertPackets(mp4(BEGINNING, moof, audio, AB), A, A, B);
  }

  @Test
  void read_audioOfUnknownSize_goesOnToTheEnd() throws Exception {
    byte[] audio = Mp4Bytes.boxOfSize("mdat", 0, Pcm.join(A, B));
    assertPackets(mp4(BEGINNING, Mp4Bytes.fragmentHead(1, 20, 600), audio), A, B);
  }

  @Test
  void read_emptyPackets_passesThemOver() throws Exception {
    byte[] none = new byte[0];
    assertPackets(
        mp4(BEGINNING, Mp4Bytes.fragment(1, none, A, none, none, B, none), AB), A, B, A, B);
  }

  @Test
  void read_cutInsideAPacket_givesWhatCame() throws Exception {
    byte[] file = Pcm.join(BEGINNING, AB);
    assertPackets(mp4(Arrays.copyOf(file, file.length - 1)), A);
  }

  private static byte[] movie(byte[]... boxes) {
    return Pcm.join(Mp4Bytes.FILE_TYPE, Mp4Bytes.box("moov", boxes));
  }

  static Stream<Arguments> unsupported() {
    byte[] aac = Mp4Bytes.track(1, Mp4Bytes.sampleEntry("mp4a", Mp4Bytes.box("esds")));
    byte[] family = Mp4Bytes.opusHead(0);
    family[8 + 10] = 1;
    byte[] surround = Mp4Bytes.track(1, Mp4Bytes.sampleEntry("Opus", family));
    return Stream.of(
        arguments("AAC (\"mp4a\")", Mp4Bytes.beginning(aac)),
        arguments("audio/webm;codecs=opus", Mp4Bytes.beginning(aac)),
        arguments("AudioWorklet", movie(aac)),
        arguments("ALAC", movie(Mp4Bytes.track(1, Mp4Bytes.sampleEntry("alac")))),
        arguments("encrypted", movie(Mp4Bytes.track(1, Mp4Bytes.sampleEntry("enca")))),
        arguments("\"a?b \"", movie(Mp4Bytes.track(1, Mp4Bytes.sampleEntry("a<b ")))),
        arguments("H.264 video (\"avc1\") and AAC", movie(video(), aac)),
        arguments("no track", movie()),
        arguments("not a fragmented", movie(Mp4Bytes.opusTrack(1))),
        arguments("family 1", Mp4Bytes.beginning(surround)),
        arguments("behind its audio", Pcm.join(Mp4Bytes.FILE_TYPE, Mp4Bytes.box("mdat"))),
        arguments("more than 4096", Pcm.join(BEGINNING, Mp4Bytes.fragmentHead(1, new int[4097]))),
        arguments("without its beginning", Pcm.join(AB, new byte[64])));
  }

  private static byte[] video() {
    return Mp4Bytes.track(7, Mp4Bytes.sampleEntry("avc1", new byte[50]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsupported")
  void read_otherContent_isRefusedByName(String name, byte[] file) {
    Refusal refusal = mp4(file).refusal();
    assertEquals(AudioException.Kind.UNSUPPORTED, refusal.kind(), refusal.message());
    assertTrue(refusal.message().contains(name), refusal.message());
  }

  static Stream<Arguments> broken() {
    int type = Mp4Bytes.FILE_TYPE.length;
    int at = BEGINNING.length;
    byte[] head = Mp4Bytes.fragmentHead(1, 20);
    byte[] audio = Mp4Bytes.box("mdat", A);
    byte[] noHead = Mp4Bytes.track(1, Mp4Bytes.sampleEntry("Opus"));
    byte[] shortTrun = Mp4Bytes.box("trun", Mp4Bytes.ints(0x201, 2, 60, 20));
    byte[] before = Mp4Bytes.box("trun", Mp4Bytes.ints(0x201, 1, 4, 20));
    byte[] large = Mp4Bytes.fragmentHead(1, 61_441);
    return Stream.of(
        arguments("no box", at, new byte[][] {BEGINNING, new byte[] {0, 0, 0, 9, 1, 2, 3, 4}}),
        arguments("has 7 bytes", at, new byte[][] {BEGINNING, Mp4Bytes.boxOfSize("free", 7, A)}),
        arguments("has 0 bytes", at, new byte[][] {BEGINNING, Mp4Bytes.boxOfSize("free", 0, A)}),
        arguments(
            "parent", at + 8, new byte[][] {BEGINNING, inBox(Mp4Bytes.boxOfSize("traf", 99, A))}),
        arguments("no header (dOps)", type, new byte[][] {Mp4Bytes.beginning(noHead)}),
        arguments("how it is coded", type + 24, new byte[][] {movie(inTables())}),
        arguments("new fragment", at + head.length, new byte[][] {BEGINNING, head, AB}),
        arguments(
            "ends inside",
            at + head.length,
            new byte[][] {BEGINNING, head, Mp4Bytes.box("mdat", new byte[9])}),
        arguments("too short", at + 32, new byte[][] {BEGINNING, traf(shortTrun), audio}),
        arguments(
            "before its audio",
            at + 32 + before.length,
            new byte[][] {BEGINNING, traf(before), audio}),
        arguments("61441", at + 32, new byte[][] {BEGINNING, large, audio}),
        arguments("before it says", type, new byte[][] {Mp4Bytes.FILE_TYPE}),
        arguments("before any audio", at, new byte[][] {BEGINNING}));
  }

  private static byte[] inBox(byte[] box) {
    return Mp4Bytes.box("moof", box);
  }

  private static byte[] traf(byte[] run) {
    return Mp4Bytes.box(
        "moof", Mp4Bytes.box("traf", Mp4Bytes.box("tfhd", Mp4Bytes.ints(0x2_0000, 1)), run));
  }

  private static byte[] inTables() {
    return Mp4Bytes.box("trak", Mp4Bytes.box("stbl", Mp4Bytes.box("stsd", Mp4Bytes.ints(0, 0))));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("broken")
  void read_brokenFile_isMalformedWithThePlace(String words, long offset, byte[][] parts) {
    for (int pieceBytes : new int[] {1, 1_000_000}) {
      Refusal refusal = Refusal.of(() -> mp4(parts).read(pieceBytes));
      assertEquals(AudioException.Kind.MALFORMED, refusal.kind(), refusal.message());
      assertTrue(refusal.message().contains(words), refusal.message());
      assertEquals(offset, refusal.offsetBytes().orElseThrow(), refusal.message());
    }
  }

  @Test
  void read_runsOfRandomNumbers_endsOrIsRefusedInASentence() {
    Random random = new Random(5);
    for (int round = 0; round < 3000; round++) {
      int[] numbers =
          random.ints(random.nextInt(2, 12), -2, round % 2 == 0 ? 300 : 1 << 30).toArray();
      numbers[0] = random.nextInt(0x1000);
      byte[] header = Mp4Bytes.box("tfhd", Mp4Bytes.ints(random.nextInt(0x40) & ~1, 1, 1, 1, 1, 1));
      byte[] run = Mp4Bytes.box("trun", Mp4Bytes.ints(numbers));
      byte[] moof = Mp4Bytes.box("moof", Mp4Bytes.box("traf", header, run, run));
      try {
        mp4(BEGINNING, moof, Mp4Bytes.box("mdat", new byte[500]), AB).read(random.nextInt(1, 99));
      } catch (AudioException refused) {
        assertTrue(Refusal.of(refused).message().endsWith("."));
      }
    }
  }
}
