/** As many frames of 10 ms as one reading of the meter comprises. */
const FRAMES = 10;

/** Not even the least bit of a 16-bit microphone. */
const ZERO = 1e-6;

/** Tells ten times a second how loud it was. */
export class LevelMeter {
  #frames = 0;
  #power = 0;
  #peak = 0;

  /**
   * @param {Float32Array} frame
   * @returns {{rms: number, isZero: boolean} | null} a reading with every tenth frame; 1 is full scale
   */
  accept(frame) {
    let power = 0;
    for (const sample of frame) {
      power += sample * sample;
      this.#peak = Math.max(this.#peak, Math.abs(sample));
    }
    this.#power += power / frame.length;
    this.#frames++;
    return this.#frames < FRAMES ? null : this.#read();
  }

  #read() {
    const reading = {rms: Math.sqrt(this.#power / FRAMES), isZero: this.#peak < ZERO};
    this.#frames = 0;
    this.#power = 0;
    this.#peak = 0;
    return reading;
  }
}
