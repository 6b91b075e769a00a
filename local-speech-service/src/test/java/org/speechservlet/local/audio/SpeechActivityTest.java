package org.speechservlet.local.audio;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SpeechActivityTest {

  private static final int SECOND = 16_000;

  private final SpeechActivity activity = new SpeechActivity();

  @Test
  void isHeard_digitalSilence_isFalse() {
    hear(new short[SECOND]);
    assertFalse(activity.isHeard());
  }

  @Test
  void isHeard_faintNoise_isFalse() {
    short[] noise = new short[SECOND];
    Random random = new Random(1);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) Math.round(40 * random.nextGaussian());
    }
    hear(noise);
    assertFalse(activity.isHeard());
  }

  @Test
  void isHeard_constantOffset_isFalse() {
    short[] offset = new short[SECOND];
    Arrays.fill(offset, (short) 3_000);
    hear(offset);
    assertFalse(activity.isHeard());
  }

  @Test
  void isHeard_click_isFalse() {
    hear(new short[SECOND]);
    hear(TestAudio.sine(SECOND, 900, 20_000, SECOND / 100));
    hear(new short[SECOND]);
    assertFalse(activity.isHeard());
  }

  @Test
  void isHeard_speech_isTrueAndTellsWhere() throws Exception {
    hear(new short[SECOND]);
    short[] speech = TestAudio.wavSamples("speech.wav");
    hear(speech);
    hear(new short[SECOND]);
    assertTrue(activity.isHeard());
    assertTrue(Math.abs(activity.firstSample() - SECOND) < SECOND / 20);
    assertTrue(Math.abs(activity.endSample() - SECOND - speech.length) < SECOND / 10);
  }

  @Test
  void isHeard_quietSpeech_isTrue() throws Exception {
    short[] speech = TestAudio.wavSamples("speech.wav");
    for (int i = 0; i < speech.length; i++) {
      speech[i] = (short) (speech[i] / 10);
    }
    hear(speech);
    assertTrue(activity.isHeard());
  }

  private void hear(short[] samples) {
    activity.accept(samples, samples.length);
  }
}
