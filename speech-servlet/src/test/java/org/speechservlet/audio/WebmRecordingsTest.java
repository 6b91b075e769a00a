package org.speechservlet.audio;

/** WebM/Opus as browsers write it. */
final class WebmRecordingsTest extends RewrappedRecordings {
  @Override
  String ending() {
    return ".webm";
  }

  @Override
  Contents contents(byte[] file) {
    return MatroskaPackets.of(file);
  }
}
