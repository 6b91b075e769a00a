import {FRAMES_PER_SECOND} from './frame-level.js';

export const GAP_FRAMES = 20;

/** The last part of the longest phrase, in which the cut is looked for: 10 s of 55 s. */
const SEARCH_SHARE = 10 / 55;

/**
 * How a phrase without a pause is cut; a new object for each phrase.
 *
 * @typedef {object} Cut
 * @property {number} heldFrames how many of the last frames may belong to the next phrase
 * @property {number} remainingSeconds how long the phrase may still be
 * @property {(level: number, quietFrames: number) => boolean} accept takes the next frame, tells its level in dBFS and
 *     for how many frames nobody has spoken; true when the phrase is to be cut before its last {@link heldFrames}
 */

/** @param {number} maxFrames */
export function searchFrom(maxFrames) {
  return Math.round(maxFrames * (1 - SEARCH_SHARE));
}

/**
 * Finds where to cut a phrase that has no pause: in the middle of the quietest 200 ms of its last ten seconds. What lies
 * behind the quietest place so far may belong to the next phrase and must be held back until that is decided.
 *
 * @implements {Cut}
 */
export class QuietestCut {
  #maxFrames;
  #searchFrom;
  #frames = 0;
  /** @type {number[]} */
  #gap = [];
  #quietest = Infinity;
  /** Where the quietest place lies, in frames from the phrase's begin. */
  #cut = 0;

  /** @param {number} maxSeconds the longest phrase */
  constructor(maxSeconds) {
    this.#maxFrames = Math.round(maxSeconds * FRAMES_PER_SECOND);
    this.#searchFrom = searchFrom(this.#maxFrames);
  }

  get heldFrames() {
    return this.#frames <= this.#searchFrom ? 0 : this.#frames - Math.max(this.#cut, this.#searchFrom);
  }

  get remainingSeconds() {
    return (this.#maxFrames - this.#frames) / FRAMES_PER_SECOND;
  }

  /** @param {number} level */
  accept(level) {
    this.#frames++;
    if (this.#frames > this.#searchFrom) {
      this.#gap.push(10 ** (level / 10));
      this.#gap.splice(0, this.#gap.length - GAP_FRAMES);
      this.#compare();
    }
    return this.#frames >= this.#maxFrames;
  }

  #compare() {
    const power = this.#gap.reduce((sum, each) => sum + each);
    if (this.#gap.length === GAP_FRAMES && power < this.#quietest) {
      this.#quietest = power;
      this.#cut = this.#frames - GAP_FRAMES / 2;
    }
  }
}
