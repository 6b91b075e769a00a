/** A frame is the time over which loudness is told: 10 ms. */
export const FRAME_SAMPLES = 160;
export const FRAMES_PER_SECOND = 100;

/** The level of digital silence, which has none. */
export const SILENCE_DBFS = -100;

/** Below this lie mains hum and the rumble of a desk; voices lie above. */
const RUMBLE_HZ = 150;
const RATE_HZ = FRAME_SAMPLES * FRAMES_PER_SECOND;

/** Tells how loud frames are once hum and rumble are taken out. Keeps the filter's state from frame to frame. */
export class FrameLevel {
  #pole = Math.exp((-2 * Math.PI * RUMBLE_HZ) / RATE_HZ);
  #input = 0;
  #output = 0;

  /**
   * @param {Float32Array} frame samples from -1 to 1
   * @returns {number} decibels below full scale; a full-scale square wave has 0
   */
  of(frame) {
    let power = 0;
    for (const sample of frame) {
      this.#output = this.#pole * (this.#output + sample - this.#input);
      this.#input = sample;
      power += this.#output * this.#output;
    }
    return dbfs(power / frame.length);
  }
}

/** @param {number} power the mean of squares */
export function dbfs(power) {
  return Math.max(SILENCE_DBFS, 10 * Math.log10(power));
}
