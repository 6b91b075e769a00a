import {FRAMES_PER_SECOND} from './frame-level.js';

const GAP_FRAMES = 20;

/** The last part of the longest phrase, in which the cut is looked for: 10 s of 55 s. */
const SEARCH_SHARE = 10 / 55;

/**
 * Finds where to cut a phrase that has no pause: in the middle of the quietest 200 ms of its last ten seconds. What lies
 * behind the quietest place so far may belong to the next phrase and must be held back until that is decided.
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
    this.#searchFrom = Math.round(this.#maxFrames * (1 - SEARCH_SHARE));
  }

  /** How many of the last frames may belong to the next phrase. */
  get heldFrames() {
    return this.#frames <= this.#searchFrom ? 0 : this.#frames - Math.max(this.#cut, this.#searchFrom);
  }

  get remainingSeconds() {
    return (this.#maxFrames - this.#frames) / FRAMES_PER_SECOND;
  }

  /**
   * @param {number} level of the next frame, in dBFS
   * @returns {boolean} true when the phrase is full: it is to be cut before its last {@link heldFrames}
   */
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
