import {FRAMES_PER_SECOND, SILENCE_DBFS} from './frame-level.js';

/** Speech of this length has a gap in which only the room is heard. */
const MEMORY_SECONDS = 3;
const STRIDES = 12;
const STRIDE_FRAMES = (MEMORY_SECONDS * FRAMES_PER_SECOND) / STRIDES;

/** A single frame of noise may be unusually quiet; a mean of some tells the noise's level. */
const MEAN_FRAMES = 5;

/**
 * The level of what is always there: the least of the last three seconds (after R. Martin, Noise power spectral density
 * estimation based on optimal smoothing and minimum statistics, 2001). It falls at once and rises within three seconds. Digital silence is no
 * room: it comes from a microphone that is starting, or is muted, and is passed over.
 */
export class NoiseFloor {
  /** @type {number[]} */
  #recent = [];
  /** The least of each stride, the current one last. */
  #minima = [Infinity];
  #framesInStride = 0;

  /** @param {number} level of the next frame, in dBFS @returns {number} the floor in dBFS; Infinity before any sound */
  accept(level) {
    if (level > SILENCE_DBFS) {
      this.#follow(level);
    }
    return Math.min(...this.#minima);
  }

  /** @param {number} level */
  #follow(level) {
    this.#recent.push(level);
    if (this.#recent.length > MEAN_FRAMES) {
      this.#recent.shift();
    }
    this.#note(this.#recent.reduce((sum, each) => sum + each) / this.#recent.length);
  }

  /** @param {number} level */
  #note(level) {
    if (this.#framesInStride === STRIDE_FRAMES) {
      this.#minima.push(Infinity);
      this.#minima.splice(0, this.#minima.length - STRIDES);
      this.#framesInStride = 0;
    }
    this.#minima.push(Math.min(level, /** @type {number} */ (this.#minima.pop())));
    this.#framesInStride++;
  }
}
