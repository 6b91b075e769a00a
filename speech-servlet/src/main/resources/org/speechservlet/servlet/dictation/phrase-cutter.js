import {FRAMES_PER_SECOND, FRAME_SAMPLES, FrameLevel} from './frame-level.js';
import {GapCut} from './gap-cut.js';
import {QuietestCut} from './quietest-cut.js';
import {ONSET_FRAMES, SpeechDetector} from './speech-detector.js';

const PRE_ROLL_FRAMES = 30;

/**
 * @typedef {object} PhraseSink what becomes of the phrases
 * @property {(phrase: number, isContinued: boolean) => void} started continued: with the last sample's successor
 * @property {(phrase: number, samples: Float32Array) => void} audio
 * @property {(phrase: number, quietSeconds: number) => void} ended for so long nobody has spoken
 *
 * @typedef {object} PhraseRules
 * @property {number} pauseSeconds the silence that ends a phrase
 * @property {number} maxPhraseSeconds the longest phrase
 * @property {boolean} canHoldBack whether audio may come late, so that a long phrase is cut at its quietest place
 *
 * @typedef {{samples: Float32Array, level: number}} Frame
 */

/**
 * Cuts a stream of frames into phrases, numbered from 1. A phrase begins 300 ms before speech does, and ends after a
 * pause or, if none comes in time, at its quietest place; then the next one begins with the very next sample.
 */
export class PhraseCutter {
  #rules;
  #sink;
  #level = new FrameLevel();
  #detector;
  /** @type {import('./quietest-cut.js').Cut | null} */
  #cut = null;
  #phrase = 0;
  /** What belongs to no phrase yet. @type {Frame[]} */
  #held = [];

  /** @param {PhraseRules} rules @param {PhraseSink} sink */
  constructor(rules, sink) {
    this.#rules = rules;
    this.#sink = sink;
    this.#detector = new SpeechDetector(rules.pauseSeconds);
  }

  get isSpeaking() {
    return this.#cut !== null;
  }

  /** How long the phrase that is open may still be; Infinity without one. */
  get remainingSeconds() {
    return this.#cut?.remainingSeconds ?? Infinity;
  }

  /** @param {Float32Array} samples {@link FRAME_SAMPLES} of them, which are kept */
  accept(samples) {
    const level = this.#level.of(samples);
    this.#held.push({samples, level});
    const change = this.#detector.accept(level);
    if (change === 'ended') {
      this.finish();
    } else if (change) {
      this.#keepLast(change.begunFramesAgo + PRE_ROLL_FRAMES);
      this.#open(false);
    } else if (this.#cut) {
      this.#continue(this.#cut, level);
    } else {
      this.#keepLast(ONSET_FRAMES + PRE_ROLL_FRAMES);
    }
  }

  /** Ends the phrase that is open, if one is, with all that was heard. */
  finish() {
    if (this.#cut) {
      this.#release(this.#held.length);
      this.#close();
    }
  }

  /** Begins a phrase with what is held. @param {boolean} isContinued */
  #open(isContinued) {
    const {canHoldBack, maxPhraseSeconds} = this.#rules;
    this.#cut = canHoldBack ? new QuietestCut(maxPhraseSeconds) : new GapCut(maxPhraseSeconds);
    for (const {level} of this.#held) {
      this.#cut.accept(level, 0);
    }
    this.#sink.started(++this.#phrase, isContinued);
    this.#release(this.#held.length);
  }

  #close() {
    this.#cut = null;
    this.#sink.ended(this.#phrase, this.#detector.quietFrames / FRAMES_PER_SECOND);
  }

  /** @param {import('./quietest-cut.js').Cut} cut @param {number} level */
  #continue(cut, level) {
    const isFull = cut.accept(level, this.#detector.quietFrames);
    const held = cut.heldFrames;
    this.#release(this.#held.length - held);
    if (isFull && held > 0 && this.#detector.quietFrames >= held) {
      this.#detector.reset(); // the next phrase would be empty
      this.finish();
    } else if (isFull) {
      this.#close();
      this.#open(true);
    }
  }

  /** @param {number} frames how many are held on to */
  #keepLast(frames) {
    this.#held.splice(0, this.#held.length - frames);
  }

  /** @param {number} frames how many of the held ones, the oldest first, belong to the phrase */
  #release(frames) {
    if (frames > 0) {
      this.#sink.audio(this.#phrase, joined(this.#held.splice(0, frames)));
    }
  }
}

/** @param {Frame[]} frames */
function joined(frames) {
  const all = new Float32Array(frames.length * FRAME_SAMPLES);
  frames.forEach(({samples}, i) => all.set(samples, i * FRAME_SAMPLES));
  return all;
}
