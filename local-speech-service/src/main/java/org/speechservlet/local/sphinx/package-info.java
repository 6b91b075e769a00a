/**
 * The offline recognizer: CMU Sphinx4 and its US English model behind {@link
 * org.speechservlet.local.SpeechEngine}. What is public here is found through {@link
 * org.speechservlet.local.SpeechEngineProvider}.
 *
 * <pre>
 *   samples -> WindowStage -> CepstrumStage -> MeanStage -> DeltaStage -> FrameScorer -> WordSearch -> WordPath
 *              one for each utterance, pushed along by accept()              |              |
 *                                                                      TiedMixtures    search graph
 *                                                                     EnglishModel: one for all
 * </pre>
 */
@NullMarked
package org.speechservlet.local.sphinx;

import org.jspecify.annotations.NullMarked;
