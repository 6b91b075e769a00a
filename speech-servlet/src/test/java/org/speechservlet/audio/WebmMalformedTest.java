package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** WebM that breaks its own rules. */
final class WebmMalformedTest {
  private static final byte[] HEADER = WebmBytes.header("webm");
  private static final byte[] PACKET = WebmBytes.packet(1, 20);
  private static final byte[] BLOCK = WebmBytes.simpleBlock(WebmBytes.TRACK, PACKET);

  /** A live file up to the content of its first Cluster. */
  private static final byte[] BEGINNING = WebmBytes.live(WebmBytes.cluster());

  /** Where the content of a Segment begins. */
  private static final int SEGMENT_AT = HEADER.length + 12;

  private static byte[] inSegment(byte[]... elements) {
    return Pcm.join(HEADER, WebmBytes.open(MatroskaId.SEGMENT, elements));
  }

  private static byte[] inCluster(byte[]... elements) {
    return Pcm.join(BEGINNING, BLOCK, Pcm.join(elements));
  }

  private static byte[] laced(int flags, int... content) {
    byte[] bytes = new byte[content.length];
    for (int i = 0; i < content.length; i++) {
      bytes[i] = (byte) content[i];
    }
    return inCluster(
        WebmBytes.element(MatroskaId.SIMPLE_BLOCK, WebmBytes.blockContent(1, flags, bytes)));
  }

  private static byte[] simpleBlock(byte[] content) {
    return WebmBytes.element(MatroskaId.SIMPLE_BLOCK, content);
  }

  /** Only one that stands in the Segment itself counts; the format is said once. */
  @Test
  void read_tracksWithinTracks_opensNoTrackTwice() {
    byte[] inner = WebmBytes.tracks(WebmBytes.opusTrack(2));
    byte[] outer = WebmBytes.tracks(inner, WebmBytes.opusTrack(WebmBytes.TRACK), inner);
    byte[] file = Pcm.join(inSegment(outer), WebmBytes.cluster(BLOCK));
    assertNull(new FuzzedUpload(ContentType.UNKNOWN, file).check());
  }

  static Stream<Arguments> broken() {
    int cluster = BEGINNING.length + BLOCK.length;
    byte[] noNumber = WebmBytes.track(0, "A_OPUS", WebmBytes.codecPrivate(OggBytes.head(1, 0)));
    byte[] longHead = WebmBytes.track(1, "A_OPUS", WebmBytes.codecPrivate(new byte[277]));
    byte[] noHead = WebmBytes.track(1, "A_OPUS");
    byte[] shortHead =
        WebmBytes.track(
            1, "A_OPUS", WebmBytes.codecPrivate(Arrays.copyOf(OggBytes.head(1, 0), 18)));
    int track = SEGMENT_AT + 5;
    int longTrack = SEGMENT_AT + 12;
    return Stream.of(
        arguments("no element", cluster, inCluster(new byte[] {0, 0, 0})),
        arguments("no element", cluster, inCluster(new byte[] {8, 0, 0})),
        arguments("more than eight bytes", cluster, inCluster(new byte[] {(byte) 0xE7, 0})),
        arguments("reserved", cluster, inCluster(new byte[] {(byte) 0xFF, (byte) 0x80})),
        arguments("reserved", cluster, inCluster(new byte[] {(byte) 0x80, (byte) 0x80})),
        arguments("0xEC", cluster, inCluster(WebmBytes.open(MatroskaId.VOID))),
        arguments("0xA3", cluster, inCluster(WebmBytes.open(MatroskaId.SIMPLE_BLOCK))),
        arguments(
            "only 25 left",
            cluster + 2,
            inCluster(
                WebmBytes.elementOfSize(
                    MatroskaId.BLOCK_GROUP, 25, simpleBlock(new byte[30]), new byte[0]))),
        arguments("block of the WebM file has 3", cluster + 2, inCluster(simpleBlock(new byte[3]))),
        arguments("block of the WebM file has 0", cluster + 2, inCluster(simpleBlock(new byte[0]))),
        arguments("track number", cluster + 2, inCluster(simpleBlock(new byte[9]))),
        arguments("65540", cluster, inCluster(WebmBytes.simpleBlock(1, new byte[65_536]))),
        arguments("61441", cluster + 13, inCluster(WebmBytes.simpleBlock(1, new byte[61_441]))),
        arguments("0.0 ms", cluster + 6, inCluster(WebmBytes.simpleBlock(1, new byte[] {3, 0}))),
        arguments("how many", cluster + 6, inCluster(WebmBytes.simpleBlock(1, new byte[] {3}))),
        arguments("too short", cluster + 2, laced(2)),
        arguments("too short", cluster + 2, laced(2, 1, 255)),
        arguments("too short", cluster + 2, laced(2, 1, 9, 8)),
        arguments("too short", cluster + 2, laced(4, 1, 8, 8, 8)),
        arguments("too short", cluster + 2, laced(6, 2, 0x81)),
        arguments("too short", cluster + 2, laced(6, 2, 0x81, 0x80, 8, 8)),
        arguments("too short", cluster + 2, laced(6, 1, 0x01, 0x7F)),
        arguments("too short", cluster + 2, laced(6, 1, 0x00, 0x7F)),
        arguments("too short", cluster + 2, laced(6, 1, 0x40 | 0x3F, 0xFE, 8)),
        arguments("no track number", track, inSegment(WebmBytes.tracks(noNumber))),
        arguments("276", longTrack, inSegment(WebmBytes.tracks(longHead))),
        arguments("no OpusHead", track, inSegment(WebmBytes.tracks(noHead))),
        arguments("18 bytes", track, inSegment(WebmBytes.tracks(shortHead))),
        arguments("tracks", SEGMENT_AT + 12, inSegment(WebmBytes.cluster(BLOCK))),
        arguments("Segment", HEADER.length, Pcm.join(HEADER, BLOCK)),
        arguments("DocType", 0, Pcm.join(WebmBytes.element(MatroskaId.EBML), new byte[64])),
        arguments("before its tracks", HEADER.length, HEADER),
        arguments("before any audio", BEGINNING.length, BEGINNING));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("broken")
  void read_brokenFile_isMalformedWithThePlace(String words, long offset, byte[] file) {
    for (int pieceBytes : new int[] {1, 1_000_000}) {
      Refusal refusal = Refusal.of(() -> new Upload("audio/webm", file).read(pieceBytes));
      assertEquals(AudioException.Kind.MALFORMED, refusal.kind(), refusal.message());
      assertTrue(refusal.message().contains(words), refusal.message());
      assertEquals(offset, refusal.offsetBytes().orElseThrow(), refusal.message());
    }
  }

  @Test
  void read_elementsInElements_isRefusedBeforeTheyAreTooMany() {
    byte[] group = new byte[0];
    for (int depth = 0; depth < 20; depth++) {
      group = WebmBytes.element(MatroskaId.BLOCK_GROUP, group);
    }
    Refusal refusal = new Upload("audio/webm", inCluster(group)).refusal();
    assertTrue(refusal.message().contains("more than 8"), refusal.message());
  }

  @Test
  void read_tracksThatAreNotOpus_isRefusedAtTheirLastByte() throws Exception {
    byte[] head = WebmBytes.codecPrivate(new byte[100]);
    byte[] file = inSegment(WebmBytes.tracks(WebmBytes.track(1, "A_VORBIS", head)));
    AudioIntake intake =
        new AudioIntake(
            ContentType.UNKNOWN,
            new AudioLimits(Upload.LIMIT),
            Upload.FILTERS,
            new RecordedAudio());
    intake.feed(ByteBuffer.wrap(file, 0, file.length - 1));
    Refusal.of(() -> intake.feed(ByteBuffer.wrap(file, file.length - 1, 1)));
  }

  @Test
  void read_garbageBehindAGoodBeginning_endsOrIsRefusedInASentence() {
    Random random = new Random(3);
    for (int round = 0; round < 3000; round++) {
      byte[] garbage = new byte[random.nextInt(1, 200)];
      random.nextBytes(garbage);
      if (round % 2 == 0) {
        garbage[0] = (byte) (round % 4 == 0 ? 0xA3 : 0xA0);
      }
      try {
        new Upload("audio/webm", inCluster(garbage)).read(random.nextInt(1, 50));
      } catch (AudioException refused) {
        assertTrue(Refusal.of(refused).message().endsWith("."));
      }
    }
  }
}
