/** How far the filter keeps away from what would fold back: the stop band begins at half the lower rate. */
const TRANSITION_SHARE = 0.125;
const STOP_BAND_DB = 80;

/**
 * Changes the rate of a stream of samples: a polyphase filter whose low-pass is a sinc under a Kaiser window (Oppenheim
 * and Schafer, Discrete-Time Signal Processing, chapters 4.7 and 7.5). Frequencies that the lower rate cannot hold are
 * 80 dB down; from 16 kHz to 16 kHz nothing is touched. The output lags behind by half the filter's length, about 3 ms.
 */
export class Resampler {
  #up;
  #down;
  #phases;
  #history;
  /** Where the next output lies, in steps of the higher common rate, counted from the newest sample of the history. */
  #position = 0;

  /** @param {number} fromHz @param {number} toHz */
  constructor(fromHz, toHz) {
    const divisor = greatestCommonDivisor(fromHz, toHz);
    this.#up = toHz / divisor;
    this.#down = fromHz / divisor;
    this.#phases = fromHz === toHz ? null : designPhases(fromHz, toHz, this.#up);
    this.#history = new Float32Array(this.#phases ? this.#phases[0].length : 0);
  }

  /**
   * @param {Float32Array} input consecutive samples, any number
   * @returns {Float32Array} the samples that can be told by now
   */
  push(input) {
    return this.#phases ? this.#filter(this.#phases, input) : input;
  }

  /** @param {Float32Array[]} phases @param {Float32Array} input */
  #filter(phases, input) {
    const line = new Float32Array(this.#history.length + input.length);
    line.set(this.#history);
    line.set(input, this.#history.length);
    const output = [];
    const end = input.length * this.#up;
    for (; this.#position < end; this.#position += this.#down) {
      const newest = this.#history.length + Math.floor(this.#position / this.#up);
      output.push(weigh(phases[this.#position % this.#up], line, newest));
    }
    this.#position -= end;
    this.#history = line.slice(input.length);
    return Float32Array.from(output);
  }
}

/** @param {Float32Array} taps @param {Float32Array} line @param {number} newest where in the line the first tap lies */
function weigh(taps, line, newest) {
  let sum = 0;
  for (let i = 0; i < taps.length; i++) {
    sum += taps[i] * line[newest - i];
  }
  return sum;
}

/**
 * One filter for each place that an output can have between two inputs.
 *
 * @param {number} fromHz @param {number} toHz @param {number} up
 */
function designPhases(fromHz, toHz, up) {
  const lowerHz = Math.min(fromHz, toHz);
  const transitionHz = (lowerHz / 2) * TRANSITION_SHARE;
  const cutoff = (lowerHz / 2 - transitionHz / 2) / (fromHz * up);
  const taps = Math.ceil((STOP_BAND_DB - 7.95) / (2.285 * 2 * Math.PI * (transitionHz / fromHz)));
  const phases = Array.from({length: up}, () => new Float32Array(taps));
  const length = taps * up;
  for (let i = 0; i < length; i++) {
    phases[i % up][Math.floor(i / up)] = up * windowedSinc(i - (length - 1) / 2, cutoff, length);
  }
  return phases;
}

/** @param {number} x @param {number} cutoff in cycles per step @param {number} length */
function windowedSinc(x, cutoff, length) {
  const beta = 0.1102 * (STOP_BAND_DB - 8.7);
  const edge = (2 * x) / (length - 1);
  const kaiser = bessel0(beta * Math.sqrt(Math.max(0, 1 - edge * edge))) / bessel0(beta);
  const sinc = x === 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * x) / (Math.PI * x);
  return sinc * kaiser;
}

/** The modified Bessel function of order zero, by its power series. @param {number} x */
function bessel0(x) {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

/** @param {number} a @param {number} b @returns {number} */
function greatestCommonDivisor(a, b) {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
