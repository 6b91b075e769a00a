import {FRAMES_PER_SECOND} from './frame-level.js';
import {NoiseFloor} from './noise-floor.js';

/** How far speech stands out of the room: to be taken for its begin, and to be taken for its continuation. */
const BEGIN_OVER_FLOOR_DB = 10;
const CONTINUE_OVER_FLOOR_DB = 6;

/** A room is never quieter than this to us, so that a breath in a dead-silent one is not yet speech. */
const LOWEST_FLOOR_DBFS = -62;

/** A click or a key stroke is over sooner; the shortest word has a vowel of this length. */
const LOUD_FRAMES_OF_SPEECH = 7;
const TRIAL_FRAMES = 12;

/** Words begin with sounds that are fainter than what revealed them: so far apart these may lie, so far back at most. */
const ONSET_GAP_FRAMES = 20;
export const ONSET_FRAMES = 150;

/**
 * Tells frame by frame whether somebody speaks: begins when loud frames come densely enough, ends after a pause.
 *
 * Where it begins is judged afterwards, with the floor that is known then. So also a recording that starts in the middle
 * of a word, from which the room's level can be told only at the word's end, is heard from its first sample.
 */
export class SpeechDetector {
  #floor = new NoiseFloor();
  #pauseFrames;
  /** @type {number[]} */
  #levels = [];
  #isSpeaking = false;
  #quietFrames = 0;

  /** @param {number} pauseSeconds the silence that ends speech */
  constructor(pauseSeconds) {
    this.#pauseFrames = Math.max(1, Math.round(pauseSeconds * FRAMES_PER_SECOND));
  }

  get isSpeaking() {
    return this.#isSpeaking;
  }

  /** How many frames ago, counting the last one, the last loud frame was; 0 when it was the last one. */
  get quietFrames() {
    return this.#quietFrames;
  }

  /**
   * @param {number} level of the next frame, in dBFS
   * @returns {{begunFramesAgo: number} | 'ended' | null} what has changed; 1 frame ago is the one just given
   */
  accept(level) {
    const floor = Math.max(LOWEST_FLOOR_DBFS, this.#floor.accept(level));
    this.#levels.push(level);
    if (this.#levels.length > ONSET_FRAMES) {
      this.#levels.shift();
    }
    this.#quietFrames = level > floor + CONTINUE_OVER_FLOOR_DB ? 0 : this.#quietFrames + 1;
    return this.#isSpeaking ? this.#end() : this.#begin(floor);
  }

  /** Takes the speech that goes on for ended. */
  reset() {
    this.#isSpeaking = false;
    this.#levels = [];
  }

  #end() {
    if (this.#quietFrames < this.#pauseFrames) {
      return null;
    }
    this.reset();
    return 'ended';
  }

  /** @param {number} floor */
  #begin(floor) {
    const threshold = floor + BEGIN_OVER_FLOOR_DB;
    const loud = this.#levels.slice(-TRIAL_FRAMES).filter((level) => level > threshold);
    if (loud.length < LOUD_FRAMES_OF_SPEECH) {
      return null;
    }
    this.#isSpeaking = true;
    return {begunFramesAgo: this.#onset(floor + CONTINUE_OVER_FLOOR_DB)};
  }

  /** @param {number} threshold */
  #onset(threshold) {
    let onset = 1;
    for (let ago = 1; ago <= this.#levels.length && ago - onset <= ONSET_GAP_FRAMES; ago++) {
      if (this.#levels[this.#levels.length - ago] > threshold) {
        onset = ago;
      }
    }
    return onset;
  }
}
