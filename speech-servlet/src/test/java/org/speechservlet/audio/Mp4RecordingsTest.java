package org.speechservlet.audio;

/** Fragmented MP4 with Opus as browsers write it. */
final class Mp4RecordingsTest extends RewrappedRecordings {
  @Override
  String ending() {
    return ".mp4";
  }

  @Override
  Contents contents(byte[] file) {
    return Mp4Packets.of(file);
  }
}
