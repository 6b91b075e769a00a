import {FRAME_SAMPLES, FrameLevel} from './frame-level.js';
import {QuietestCut} from './quietest-cut.js';
import {ONSET_FRAMES, SpeechDetector} from './speech-detector.js';

const PRE_ROLL_FRAMES = 30;

/**
 * @typedef {object} PhraseSink what becomes of the phrases
 * @property {(phrase: number) => void} started
 * @property {(phrase: number, samples: Float32Array) => void} audio
 * @property {(phrase: number) => void} ended
 *
 * @typedef {object} PhraseRules
 * @property {number} pauseSeconds the silence that ends a phrase
 * @property {number} maxPhraseSeconds the longest phrase
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
  #cut;
  #phrase = 0;
  #isOpen = false;
  /** What belongs to no phrase yet. @type {{samples: Float32Array, level: number}[]} */
  #held = [];

  /** @param {PhraseRules} rules @param {PhraseSink} sink */
  constructor(rules, sink) {
    this.#rules = rules;
    this.#sink = sink;
    this.#detector = new SpeechDetector(rules.pauseSeconds);
    this.#cut = new QuietestCut(rules.maxPhraseSeconds);
  }

  get isSpeaking() {
    return this.#isOpen;
  }

  /** How long the phrase that is open may still be; Infinity without one. */
  get remainingSeconds() {
    return this.#isOpen ? this.#cut.remainingSeconds : Infinity;
  }

  /** @param {Float32Array} frame {@link FRAME_SAMPLES} samples, which are kept */
  accept(frame) {
    const level = this.#level.of(frame);
    this.#held.push({samples: frame, level});
    const change = this.#detector.accept(level);
    if (change === 'ended') {
      this.finish();
    } else if (change) {
      this.#begin(change.begunFramesAgo + PRE_ROLL_FRAMES);
    } else if (this.#isOpen) {
      this.#continue(level);
    } else {
      this.#forget(ONSET_FRAMES + PRE_ROLL_FRAMES);
    }
  }

  /** Ends the phrase that is open, if one is, with all that was heard. */
  finish() {
    if (this.#isOpen) {
      this.#release(this.#held.length);
      this.#close();
    }
  }

  /** @param {number} frames with how many of the last ones to begin */
  #begin(frames) {
    this.#forget(frames);
    this.#open();
  }

  /** Begins a phrase with what is held. */
  #open() {
    this.#isOpen = true;
    this.#cut = new QuietestCut(this.#rules.maxPhraseSeconds);
    this.#held.forEach(({level}) => this.#cut.accept(level));
    this.#sink.started(++this.#phrase);
    this.#release(this.#held.length);
  }

  #close() {
    this.#isOpen = false;
    this.#sink.ended(this.#phrase);
  }

  /** @param {number} level */
  #continue(level) {
    const isFull = this.#cut.accept(level);
    const held = this.#cut.heldFrames;
    this.#release(this.#held.length - held);
    if (isFull && this.#detector.quietFrames >= held) {
      this.#detector.reset();
      this.finish();
    } else if (isFull) {
      this.#close();
      this.#open();
    }
  }

  /** @param {number} frames how many to keep */
  #forget(frames) {
    this.#held.splice(0, this.#held.length - frames);
  }

  /** @param {number} frames how many of the held ones, the oldest first, belong to the phrase */
  #release(frames) {
    if (frames > 0) {
      this.#sink.audio(this.#phrase, joined(this.#held.splice(0, frames)));
    }
  }
}

/** @param {{samples: Float32Array}[]} frames */
function joined(frames) {
  const all = new Float32Array(frames.length * FRAME_SAMPLES);
  frames.forEach(({samples}, i) => all.set(samples, i * FRAME_SAMPLES));
  return all;
}
