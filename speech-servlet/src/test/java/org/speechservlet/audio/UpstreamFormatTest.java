package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UpstreamFormatTest {

  @ParameterizedTest
  @CsvSource({
    "audio/ogg; codecs=opus, OGG_OPUS",
    "audio/webm;codecs=opus, OGG_OPUS",
    "video/webm, OGG_OPUS",
    "audio/mp4;codecs=opus, OGG_OPUS",
    "audio/wav, WAV_PCM_16K",
    "audio/l16;rate=8000, WAV_PCM_16K",
    "multipart/form-data;boundary=x, WAV_PCM_16K"
  })
  void expectedFor_typesOfBrowsers_isWhatTheirAudioBecomes(String type, UpstreamFormat format) {
    assertEquals(format, UpstreamFormat.expectedFor(ContentType.parse(type)));
  }
}
