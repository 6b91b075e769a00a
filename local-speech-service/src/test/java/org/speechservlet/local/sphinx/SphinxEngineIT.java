package org.speechservlet.local.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.speechservlet.local.EngineBusyException;
import org.speechservlet.local.EngineOptions;
import org.speechservlet.local.SpeechEngine;
import org.speechservlet.local.Transcript;

/** The real recognizer on utterances of the project's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SphinxEngineIT {
  private static final String LANGUAGE = "en-US";
  private static final int WAV_HEADER_BYTES = 44;

  private final SpeechEngine engine =
      new SphinxEngineProvider().create(new EngineOptions(List.of(LANGUAGE), 1));

  @BeforeAll
  void warmUp() throws Exception {
    hear(samples("walk"), 1600);
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @CsvSource({
    "patient, the patient is resting comfortably today",
    "office, please call the office before noon on friday",
    "form, please sign the form and return it by mail",
    "address, the customer has moved to a new address"
  })
  void utterance_isHeardWordByWord(String name, String words) throws Exception {
    assertEquals(words, hear(samples(name), 1600).lexical());
  }

  @Test
  void piecesOfAnySize_giveTheSameTranscript() throws Exception {
    short[] samples = samples("walk");
    Transcript whole = hear(samples, samples.length);

    assertEquals(whole, hear(samples, 333));
    assertEquals(whole, hear(samples, 4096));
  }

  @ParameterizedTest
  @CsvSource({"silence", "hiss"})
  void noSpeech_isNoWords(String name) throws Exception {
    assertTrue(hear(samples(name), 1600).isEmpty());
  }

  @Test
  void words_comeWithTimesThatAscendWithinTheAudio() throws Exception {
    short[] samples = samples("walk");
    List<Transcript.Word> words = hear(samples, 1600).words();
    Duration audio = Duration.ofMillis(samples.length / 16);

    assertEquals(5, words.size());
    for (int i = 1; i < words.size(); i++) {
      assertFalse(words.get(i).offset().compareTo(words.get(i - 1).end()) < 0, words.toString());
    }
    assertFalse(words.get(4).end().compareTo(audio) > 0, words.toString());
  }

  @Test
  void recognizerInUse_isRefusedToTheNextUntilItIsGivenBack() throws Exception {
    SpeechEngine.Utterance first = engine.open(LANGUAGE);
    first.accept(samples("walk"), 8000);
    assertThrows(EngineBusyException.class, () -> engine.open(LANGUAGE));
    first.close();

    assertEquals("she can walk without help", hear(samples("walk"), 1600).lexical());
  }

  @Test
  void otherLanguage_isNotSupported() {
    assertFalse(engine.supports("de-DE"));
    assertThrows(IllegalArgumentException.class, () -> engine.open("de-DE"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SphinxEngineProvider().create(new EngineOptions(List.of("de-DE"), 1)));
  }

  private Transcript hear(short[] samples, int pieceSamples) throws EngineBusyException {
    try (SpeechEngine.Utterance utterance = engine.open(LANGUAGE)) {
      short[] piece = new short[pieceSamples];
      for (int from = 0; from < samples.length; from += pieceSamples) {
        int count = Math.min(pieceSamples, samples.length - from);
        System.arraycopy(samples, from, piece, 0, count);
        utterance.accept(piece, count);
      }
      return utterance.finish();
    }
  }

  private static short[] samples(String name) throws IOException {
    byte[] wav = Files.readAllBytes(Path.of("src/test/resources/speech/" + name + ".wav"));
    ByteBuffer pcm =
        ByteBuffer.wrap(wav, WAV_HEADER_BYTES, wav.length - WAV_HEADER_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    short[] samples = new short[pcm.remaining() / Short.BYTES];
    pcm.asShortBuffer().get(samples);
    return samples;
  }
}
