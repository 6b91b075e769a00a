/**
 * The part of the capture that runs on the audio thread: microphone in, phrases at 16 kHz out.
 *
 * Messages to the page: `level` ten times a second, and `started`, `audio` and `ended` for each phrase. Messages from the
 * page: `stop` ends the phrase that is open; `stopped` answers it, and is the last message.
 */

import {CaptureStream} from './capture-stream.js';

/**
 * What the scope of a worklet adds to the language (Web Audio API, section 1.32); lib.dom.d.ts does not know it.
 *
 * @typedef {object} WorkletScope
 * @property {new () => {port: MessagePort}} AudioWorkletProcessor
 * @property {(name: string, processor: Function) => void} registerProcessor
 * @property {number} sampleRate
 */
const scope = /** @type {WorkletScope} */ (/** @type {unknown} */ (globalThis));

/** A source that has ended gives no channel at all; for us it is silent. */
const NOTHING = new Float32Array(128);

class CaptureProcessor extends scope.AudioWorkletProcessor {
  #stream;
  #isRunning = true;

  /** @param {{processorOptions: import('./phrase-cutter.js').PhraseRules}} options */
  constructor({processorOptions}) {
    super();
    this.#stream = new CaptureStream(scope.sampleRate, processorOptions, (message, transfer) =>
      this.port.postMessage(message, transfer));
    this.port.onmessage = () => this.#stop();
  }

  /** @param {Float32Array[][]} inputs @returns {boolean} whether to be called again */
  process(inputs) {
    if (this.#isRunning) {
      this.#stream.push(inputs[0][0] ?? NOTHING);
    }
    return this.#isRunning;
  }

  #stop() {
    this.#isRunning = false;
    this.#stream.stop();
  }
}

scope.registerProcessor('dictation-capture', CaptureProcessor);
