package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataProcessor;
import edu.cmu.sphinx.frontend.DoubleData;
import edu.cmu.sphinx.frontend.FrontEnd;
import edu.cmu.sphinx.frontend.denoise.Denoise;
import edu.cmu.sphinx.frontend.frequencywarp.MelFrequencyFilterBank;
import edu.cmu.sphinx.frontend.transform.DiscreteCosineTransform2;
import edu.cmu.sphinx.frontend.transform.DiscreteFourierTransform;
import edu.cmu.sphinx.frontend.transform.Lifter;
import java.util.List;

/**
 * Turns a window of samples into 13 mel cepstra, by Sphinx's own transforms with the numbers of the
 * acoustic model's {@code feat.params}. Sphinx pulls frames through its front end; each transform
 * here makes one frame of one, so that a window put in can be pulled out at once.
 */
final class CepstrumStage implements FrameStage {

  static final int CEPSTRUM_LENGTH = 13;

  private static final double LOWEST_HZ = 130;
  private static final double HIGHEST_HZ = 6_800;
  private static final int FILTER_COUNT = 25;
  private static final int LIFTER = 22;

  private final WindowSource source = new WindowSource();
  private final FrontEnd transforms;
  private final FrameStage next;

  CepstrumStage(FrameStage next) {
    this.next = next;
    this.transforms =
        new FrontEnd(
            List.<DataProcessor>of(
                source,
                new DiscreteFourierTransform(-1, false),
                new MelFrequencyFilterBank(LOWEST_HZ, HIGHEST_HZ, FILTER_COUNT),
                // Sphinx's defaults: the model was trained on speech denoised so.
                new Denoise(0.7, 0.995, 0.5, 0.85, 0.2, 20, 4),
                new DiscreteCosineTransform2(FILTER_COUNT, CEPSTRUM_LENGTH),
                new Lifter(LIFTER)));
  }

  @Override
  public void accept(double[] frame) {
    source.window = frame;
    next.accept(((DoubleData) transforms.getData()).getValues());
  }

  @Override
  public void end() {
    next.end();
  }

  private static final class WindowSource extends edu.cmu.sphinx.frontend.BaseDataProcessor {

    private double[] window = {};

    @Override
    public Data getData() {
      return new DoubleData(window, WindowStage.SAMPLE_RATE_HZ, 0);
    }
  }
}
