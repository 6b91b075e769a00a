package org.speechservlet.local.audio;

/**
 * Where in the audio somebody seems to speak, by energy alone. A frame of 10 ms is loud when its
 * power, without its mean (a constant offset is not sound), is above {@value #LOUD_DBFS} dB of full
 * scale; five loud frames in a row are speech-like. A click is shorter, a vowel is longer. Noise
 * above that level counts as speech, too: this tells silence from sound, not voices from noise.
 */
public final class SpeechActivity implements SampleSink {

  private static final int FRAME_SAMPLES = RATE_HZ / 100;
  private static final int LOUD_DBFS = -50;
  private static final int LOUD_FRAMES_OF_SPEECH = 5;
  private static final double LOUD_POWER =
      Math.pow(10, LOUD_DBFS / 10.0) * Short.MAX_VALUE * Short.MAX_VALUE;

  private long frameCount;
  private int loudFramesInARow;
  private long firstSpeechFrame;
  private long endOfSpeechFrame;
  private boolean isHeard;
  private int samplesInFrame;
  private double sum;
  private double sumOfSquares;

  @Override
  public void accept(short[] samples, int count) {
    for (int i = 0; i < count; i++) {
      sum += samples[i];
      sumOfSquares += (double) samples[i] * samples[i];
      samplesInFrame++;
      if (samplesInFrame == FRAME_SAMPLES) {
        finishFrame();
      }
    }
  }

  /** Something speech-like has been heard. */
  public boolean isHeard() {
    return isHeard;
  }

  /** The first sample of what was heard first; 0 when nothing was. */
  public long firstSample() {
    return firstSpeechFrame * FRAME_SAMPLES;
  }

  /** The sample after the last of what was heard; 0 when nothing was. */
  public long endSample() {
    return endOfSpeechFrame * FRAME_SAMPLES;
  }

  private void finishFrame() {
    double mean = sum / FRAME_SAMPLES;
    boolean isLoud = sumOfSquares / FRAME_SAMPLES - mean * mean > LOUD_POWER;
    frameCount++;
    loudFramesInARow = isLoud ? loudFramesInARow + 1 : 0;
    if (loudFramesInARow >= LOUD_FRAMES_OF_SPEECH) {
      extendSpeech();
    }
    samplesInFrame = 0;
    sum = 0;
    sumOfSquares = 0;
  }

  private void extendSpeech() {
    if (!isHeard) {
      isHeard = true;
      firstSpeechFrame = frameCount - loudFramesInARow;
    }
    endOfSpeechFrame = frameCount;
  }
}
