/**
 * The audio thread's part where it cannot import modules: gives the samples to the page, which does the rest. It imports
 * nothing itself.
 *
 * Messages to the page: samples, and `stopped` as the last one. Message from the page: `stop`.
 */

/** What is given at a time: 43 ms at 48 kHz. */
const MESSAGE_SAMPLES = 2048;

/** @typedef {import('./worklet.js').WorkletScope} WorkletScope */
const scope = /** @type {WorkletScope} */ (/** @type {unknown} */ (globalThis));

class RawProcessor extends scope.AudioWorkletProcessor {
  #samples = new Float32Array(MESSAGE_SAMPLES);
  #filled = 0;
  #isRunning = true;

  constructor() {
    super();
    this.port.onmessage = () => this.#stop();
  }

  /** @param {Float32Array[][]} inputs @returns {boolean} whether to be called again */
  process(inputs) {
    for (const sample of this.#isRunning ? inputs[0][0] ?? new Float32Array(128) : []) {
      this.#samples[this.#filled++] = sample;
      if (this.#filled === MESSAGE_SAMPLES) {
        this.#post();
      }
    }
    return this.#isRunning;
  }

  #stop() {
    this.#isRunning = false;
    this.#post();
    this.port.postMessage('stopped');
  }

  #post() {
    this.port.postMessage(this.#samples.slice(0, this.#filled));
    this.#filled = 0;
  }
}

scope.registerProcessor('dictation-raw', RawProcessor);
