package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.decoder.search.Token;
import edu.cmu.sphinx.result.Result;
import org.jspecify.annotations.Nullable;
import org.speechservlet.local.Transcript;

/**
 * One recognizer: samples in, words out. Made anew for each utterance, so that nothing of one can
 * reach the next; all that is large belongs to the {@link EnglishModel}. Not thread-safe.
 */
final class Decoder {

  /** One frame is 10 ms. */
  private static final int FRAMES_AT_A_TIME = 10;

  private final FrameScorer scorer;
  private final WindowStage frontEnd;
  private final WordSearch search;

  Decoder(EnglishModel model) {
    this.scorer = new FrameScorer(model.mixtures());
    this.frontEnd = new WindowStage(new CepstrumStage(new MeanStage(new DeltaStage(scorer))));
    this.search = new WordSearch(model.searchGraph(), scorer, model.settings());
    search.allocate();
    search.startRecognition();
  }

  /** Takes samples into the front end; they wait there until {@link #decodeSome} is called. */
  void take(short[] samples, int from, int to) {
    frontEnd.accept(samples, from, to);
  }

  /** Lets the frames go that the front end still held back. */
  void endAudio() {
    frontEnd.end();
  }

  /** Decodes up to 100 ms of audio; false when all that waited is decoded. */
  boolean decodeSome() {
    int count = Math.min(FRAMES_AT_A_TIME, scorer.waitingFrameCount());
    if (count > 0) {
      search.recognize(count);
    }
    return count > 0;
  }

  /** The words, when all audio is decoded. */
  Transcript words() {
    Result result = search.recognize(1);
    search.stopRecognition();
    return WordPath.transcript(best(result));
  }

  private static @Nullable Token best(@Nullable Result result) {
    return result == null ? null : result.getBestToken();
  }
}
