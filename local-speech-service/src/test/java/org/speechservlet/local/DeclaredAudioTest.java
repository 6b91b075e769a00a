package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.local.audio.AudioFormat;

final class DeclaredAudioTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audio/wav; codecs=audio/pcm; samplerate=16000",
        "audio/wav; codecs=\"audio/pcm\"; samplerate=16000",
        "audio/wav; samplerate=16000; codec=audio/pcm",
        "audio/wav;codec=\"audio/pcm\";samplerate=16000",
        "AUDIO/WAV ; CODECS = AUDIO/PCM ;",
        "audio/wav;",
        "audio/vnd.wave"
      })
  void of_spellingsOfWav_isWav(String contentType) {
    assertEquals(new DeclaredAudio.Heard(AudioFormat.WAV), of(contentType));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"audio/ogg; codecs=opus", "audio/ogg;codec=\"opus\"", "Audio/Ogg;Codecs=Opus"})
  void of_spellingsOfOggOpus_isOggOpus(String contentType) {
    assertEquals(new DeclaredAudio.Heard(AudioFormat.OGG_OPUS), of(contentType));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audio/ogg; codec=audio/opus",
        "audio/ogg; codecs=vorbis",
        "audio/ogg; codecs=audio/pcm",
        "audio/wav; codecs=opus",
        "audio/wav; codecs=\"audio/mulaw; x\""
      })
  void of_unknownCodec_isUnheard(String contentType) {
    assertInstanceOf(DeclaredAudio.Unheard.class, of(contentType));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "audio",
        "audio/webm; codecs=opus",
        "audio/mpeg",
        "application/x-www-form-urlencoded",
        "audio/waves",
        "text/plain; audio/wav"
      })
  void of_otherTypes_isRefused(String contentType) {
    assertInstanceOf(DeclaredAudio.Refused.class, of(contentType));
  }

  @Test
  void of_noHeader_isRefused() {
    assertInstanceOf(DeclaredAudio.Refused.class, DeclaredAudio.of(Optional.empty()));
  }

  private static DeclaredAudio of(String contentType) {
    return DeclaredAudio.of(Optional.of(contentType));
  }
}
