import {FRAMES_PER_SECOND} from './frame-level.js';
import {GAP_FRAMES, searchFrom} from './quietest-cut.js';

/** @typedef {import('./quietest-cut.js').Cut} Cut */

/**
 * Cuts a phrase that has no pause where nothing can be held back: at the first 200 ms of its last ten seconds in which
 * nobody speaks, or when it is full.
 *
 * @implements {Cut}
 */
export class GapCut {
  #maxFrames;
  #frames = 0;

  /** @param {number} maxSeconds the longest phrase */
  constructor(maxSeconds) {
    this.#maxFrames = Math.round(maxSeconds * FRAMES_PER_SECOND);
  }

  get heldFrames() {
    return 0;
  }

  get remainingSeconds() {
    return (this.#maxFrames - this.#frames) / FRAMES_PER_SECOND;
  }

  /** @param {number} _level @param {number} quietFrames */
  accept(_level, quietFrames) {
    this.#frames++;
    const isInGap = this.#frames > searchFrom(this.#maxFrames) && quietFrames >= GAP_FRAMES;
    return isInGap || this.#frames >= this.#maxFrames;
  }
}
