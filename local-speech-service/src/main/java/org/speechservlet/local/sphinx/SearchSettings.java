package org.speechservlet.local.sphinx;

/**
 * How wide the search looks, and what it believes of words before it has heard them. ENGINE.md
 * tells what each costs.
 *
 * @param tokenCount the most hypotheses that live on from one frame to the next
 * @param beam hypotheses less likely than the best by this factor are dropped
 * @param wordCount the most words that may end in one frame
 * @param wordBeam likewise for words that end
 * @param entryBeam likewise for what a hypothesis would go on to, before it is scored
 * @param languageWeight how much the language model counts against the sound
 * @param wordProbability the likelihood that a further word begins
 * @param silenceProbability the likelihood of a silence between words
 * @param fillerProbability the likelihood of a noise between words
 * @param lookaheadFrames for how many frames the newest score is taken to go on when the beam is
 *     cut
 */
record SearchSettings(
    int tokenCount,
    double beam,
    int wordCount,
    double wordBeam,
    double entryBeam,
    float languageWeight,
    double wordProbability,
    double silenceProbability,
    double fillerProbability,
    float lookaheadFrames) {

  static final SearchSettings DEFAULTS =
      new SearchSettings(10_000, 1e-60, 100, 1e-40, 1e-37, 8, 0.1, 0.1, 1e-2, 1.7f);
}
