package org.speechservlet.local.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimatorTest {

  private static final int INPUT_COUNT = 48_000;
  private static final double AMPLITUDE = 20_000;

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 4_000, 6_500, 7_000})
  void decimate_toneInThePassBand_isTheSameToneAtTheSameTime(int frequencyHz) {
    short[] expected = TestAudio.sine(16_000, frequencyHz, AMPLITUDE, INPUT_COUNT / 3);
    double snr = RecordedSamples.snrDb(middle(expected), middle(decimate(frequencyHz)));
    assertTrue(snr > 65, frequencyHz + " Hz: SNR " + snr + " dB");
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 8_200, 9_000, 12_000, 15_000, 16_000, 20_000, 23_900})
  void decimate_toneInTheStopBand_leavesNothing(int frequencyHz) {
    for (short sample : middle(decimate(frequencyHz))) {
      assertTrue(Math.abs(sample) <= 2, frequencyHz + " Hz leaves a sample of " + sample);
    }
  }

  @Test
  void decimate_anyBlocks_yieldsOneSampleForThree() {
    RecordedSamples samples = new RecordedSamples();
    Decimator decimator = new Decimator(samples);
    short[] input = TestAudio.sine(48_000, 500, AMPLITUDE, 7);
    for (int i = 0; i < 100; i++) {
      decimator.accept(input, 0, input.length);
    }
    decimator.end();
    assertEquals((100 * 7 + 2) / 3, samples.all().length);
  }

  private static short[] decimate(int frequencyHz) {
    RecordedSamples samples = new RecordedSamples();
    Decimator decimator = new Decimator(samples);
    decimator.accept(TestAudio.sine(48_000, frequencyHz, AMPLITUDE, INPUT_COUNT), 0, INPUT_COUNT);
    decimator.end();
    return samples.all();
  }

  /** Without the ends, where the tone begins and stops at once and so is no tone. */
  private static short[] middle(short[] samples) {
    return java.util.Arrays.copyOfRange(samples, 200, samples.length - 200);
  }
}
