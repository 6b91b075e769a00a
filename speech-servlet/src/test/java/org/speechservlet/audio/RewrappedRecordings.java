package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is true of every recording of a browser that is re-wrapped. Each container is a subclass.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RewrappedRecordings {

  /** How the names of such files end. */
  abstract String ending();

  /** What is in the file, found by code that shares nothing with the reader under test. */
  abstract Contents contents(byte[] file);

  /** The packets of a file, without their container. */
  interface Contents {
    /** The OpusHead that belongs to them. */
    byte[] head();

    List<byte[]> packets();
  }

  Stream<BrowserRecording> recordings() throws IOException {
    return BrowserRecording.all(ending()).stream();
  }

  @Test
  void recordings_ofTheProject_areThere() throws IOException {
    assertFalse(BrowserRecording.all(ending()).isEmpty());
  }

  private static byte[] rewrap(List<byte[]> pieces) throws AudioException {
    RecordedAudio audio = new RecordedAudio();
    AudioIntake intake =
        new AudioIntake(ContentType.UNKNOWN, new AudioLimits(Upload.LIMIT), Upload.FILTERS, audio);
    for (byte[] piece : pieces) {
      intake.feed(ByteBuffer.wrap(piece.clone()));
    }
    intake.end();
    assertEquals(UpstreamFormat.OGG_OPUS, audio.format());
    return audio.bytes();
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void rewrap_recording_keepsHeadAndPackets(BrowserRecording recording) throws Exception {
    Contents original = contents(recording.bytes());
    OggPackets ogg = OggPackets.of(rewrap(List.of(recording.bytes())));
    assertArrayEquals(original.head(), ogg.head());
    assertTrue(original.packets().size() > 20);
    assertEquals(original.packets().size(), ogg.audio().size());
    for (int i = 0; i < original.packets().size(); i++) {
      assertArrayEquals(original.packets().get(i), ogg.audio().get(i), "packet " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void rewrap_recording_decodesToTheSameSamples(BrowserRecording recording) throws Exception {
    Contents original = contents(recording.bytes());
    OggPackets ogg = OggPackets.of(rewrap(List.of(recording.bytes())));
    short[] expected = OpusDecoding.pcm(original.packets(), original.head()[9]);
    assertArrayEquals(expected, OpusDecoding.pcm(ogg.audio(), ogg.channels()));
    assertEquals(expected.length / ogg.channels(), ogg.lastGranule());
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void rewrap_inThePiecesOfTheBrowser_givesTheSameAsWhole(BrowserRecording recording)
      throws Exception {
    assertArrayEquals(rewrap(List.of(recording.bytes())), rewrap(recording.pieces()));
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void rewrap_byteByByte_givesTheSameAsWhole(BrowserRecording recording) throws Exception {
    Upload upload = new Upload("audio/webm", recording.bytes());
    assertArrayEquals(rewrap(List.of(recording.bytes())), upload.read(1).bytes());
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void rewrap_recording_holdsNoMoreThanAFifthOfASecond(BrowserRecording recording)
      throws Exception {
    OggPackets ogg = OggPackets.of(rewrap(List.of(recording.bytes())));
    long before = 0;
    for (long granule : ogg.granules()) {
      assertTrue(granule > before && granule - before <= 9600, before + " to " + granule);
      before = granule;
    }
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void rewrap_recording_countsItsDurationWithoutThePreSkip(BrowserRecording recording)
      throws Exception {
    AudioIntake intake =
        new Upload("audio/webm", recording.bytes()).read(4096, Upload.LIMIT, new RecordedAudio());
    OggPackets ogg = OggPackets.of(rewrap(List.of(recording.bytes())));
    long samples = ogg.lastGranule() - ogg.preSkip();
    assertEquals(Duration.ofNanos(samples * 1_000_000_000 / 48_000), intake.audioDuration());
  }
}
