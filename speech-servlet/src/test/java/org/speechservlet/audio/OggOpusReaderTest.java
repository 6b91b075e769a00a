package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class OggOpusReaderTest {
  private static final byte[] HEADERS = OggBytes.headers();
  private static final byte[] PACKET = OggBytes.PACKET_20_MS;

  private static byte[] page(int flags, int sequence, byte[]... packets) {
    return OggBytes.page(flags, OggBytes.SERIAL, sequence, packets);
  }

  private static Upload ogg(byte[]... parts) {
    return new Upload("audio/ogg", Pcm.join(parts));
  }

  @Test
  void read_recording_passesItOnUnchanged() throws Exception {
    byte[] recording = OggBytes.recording();
    RecordedAudio audio = new Upload("audio/wav", recording).read();
    assertEquals(UpstreamFormat.OGG_OPUS, audio.format());
    assertArrayEquals(recording, audio.bytes());
  }

  @Test
  void read_packets_countsTheirDurationWithoutThePreSkip() throws Exception {
    byte[] head = OggBytes.firstPage(OggBytes.head(2, 480));
    byte[] tags = page(0, 1, OggBytes.tags());
    Upload upload = ogg(head, tags, page(0, 2, PACKET, PACKET), page(OggBytes.LAST, 3, PACKET));
    AudioIntake intake = upload.read(4096, Upload.LIMIT, new RecordedAudio());
    assertEquals(Duration.ofMillis(50), intake.audioDuration());
  }

  @Test
  void read_packetOverTwoPages_isOnePacket() throws Exception {
    byte[] body = new byte[255];
    body[0] = PACKET[0];
    byte[] begun = OggBytes.lacedPage(0, OggBytes.SERIAL, 2, new byte[] {(byte) 255}, body);
    byte[] rest = page(OggBytes.CONTINUED, 3, new byte[10]);
    AudioIntake intake = ogg(HEADERS, begun, rest).read(5, Upload.LIMIT, new RecordedAudio());
    assertEquals(Duration.ofMillis(20), intake.audioDuration());
  }

  static Stream<Arguments> malformed() {
    int at = HEADERS.length;
    byte[] broken = page(0, 2, PACKET);
    broken[broken.length - 1] ^= 1;
    byte[] version = page(0, 2, PACKET);
    version[4] = 1;
    byte[] last = page(OggBytes.LAST, 2, PACKET);
    byte[] shortHead = java.util.Arrays.copyOf(OggBytes.head(1, 0), 18);
    return Stream.of(
        arguments("checksum", at, new byte[][] {HEADERS, broken}),
        arguments("OggS", at, new byte[][] {HEADERS, Pcm.latin1("OgXS")}),
        arguments("version 1", at, new byte[][] {HEADERS, version}),
        arguments("number 3", at, new byte[][] {HEADERS, page(0, 3, PACKET)}),
        arguments("new one", at, new byte[][] {HEADERS, page(OggBytes.CONTINUED, 2, PACKET)}),
        arguments("not begun", at, new byte[][] {HEADERS, OggBytes.page(0, 78, 2, PACKET)}),
        arguments("last", at + last.length, new byte[][] {HEADERS, last, page(0, 3, PACKET)}),
        arguments("0.0 ms", at, new byte[][] {HEADERS, page(0, 2, new byte[] {3, 0})}),
        arguments("how many frames", at, new byte[][] {HEADERS, page(0, 2, new byte[] {3})}),
        arguments("18 bytes", 0, new byte[][] {OggBytes.firstPage(shortHead)}),
        arguments("3 channels", 0, new byte[][] {OggBytes.firstPage(OggBytes.head(3, 0))}),
        arguments(
            "OpusTags",
            OggBytes.firstPage(OggBytes.head(1, 0)).length,
            new byte[][] {OggBytes.firstPage(OggBytes.head(1, 0)), page(0, 1, PACKET)}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void read_brokenPage_isMalformedAtItsStart(String word, long offset, byte[][] pages) {
    Refusal refusal = ogg(pages).refusal();
    assertEquals(AudioException.Kind.MALFORMED, refusal.kind(), refusal.message());
    assertTrue(refusal.message().contains(word), refusal.message());
    assertEquals(offset, refusal.offsetBytes().orElseThrow(), refusal.message());
  }

  static Stream<Arguments> unsupported() {
    byte[] family = OggBytes.head(6, 0);
    family[18] = 1;
    byte[] major = OggBytes.head(1, 0);
    major[8] = 16;
    return Stream.of(
        arguments("Vorbis", Pcm.latin1("\u0001vorbis")),
        arguments("FLAC", Pcm.latin1("\u007fFLAC")),
        arguments("Speex", Pcm.latin1("Speex   1.2")),
        arguments("Theora", Pcm.latin1("\u0080theora")),
        arguments("unknown codec", Pcm.latin1("whatever")),
        arguments("family 1", family),
        arguments("version 16", major));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsupported")
  void read_otherStream_isRefusedByName(String name, byte[] packet) {
    Refusal refusal = ogg(OggBytes.firstPage(packet)).refusal();
    assertEquals(AudioException.Kind.UNSUPPORTED, refusal.kind());
    assertTrue(refusal.message().contains(name), refusal.message());
  }

  @Test
  void read_chainedOrMultiplexed_isRefused() {
    byte[] other = OggBytes.page(OggBytes.FIRST, 5, 0, OggBytes.head(1, 0));
    Refusal chained = ogg(HEADERS, page(OggBytes.LAST, 2, PACKET), other).refusal();
    assertTrue(chained.message().contains("behind each other"), chained.message());
    Refusal multiplexed = ogg(HEADERS, other).refusal();
    assertTrue(multiplexed.message().contains("side by side"), multiplexed.message());
  }
}
