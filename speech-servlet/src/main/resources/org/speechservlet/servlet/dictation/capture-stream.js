import {FRAME_SAMPLES} from './frame-level.js';
import {LevelMeter} from './level-meter.js';
import {PhraseCutter} from './phrase-cutter.js';
import {Resampler} from './resampler.js';
import {RATE_HZ, pcm16} from './wav.js';

/**
 * @typedef {{kind: 'level', rms: number, isZero: boolean, isSpeaking: boolean, remainingSeconds: number}
 *   | {kind: 'started', phrase: number, isContinued: boolean}
 *   | {kind: 'audio', phrase: number, bytes: Uint8Array}
 *   | {kind: 'ended', phrase: number, quietSeconds: number}
 *   | {kind: 'stopped'}} CaptureMessage
 */

/** So many samples make a message: a tenth of a second. */
const MESSAGE_SAMPLES = RATE_HZ / 10;

/** From samples of any rate to messages about phrases. Knows nothing of worklets, so that Node can test it. */
export class CaptureStream {
  #resampler;
  #cutter;
  #meter = new LevelMeter();
  #post;
  #frame = new Float32Array(FRAME_SAMPLES);
  #filled = 0;
  /** The open phrase's samples that are not posted yet. */
  #gathered = new Float32Array(0);

  /**
   * @param {number} rateHz of the samples to come
   * @param {import('./phrase-cutter.js').PhraseRules} rules
   * @param {(message: CaptureMessage, transfer: Transferable[]) => void} post
   */
  constructor(rateHz, rules, post) {
    this.#post = post;
    this.#resampler = new Resampler(rateHz, RATE_HZ);
    this.#cutter = new PhraseCutter(rules, {
      started: (phrase, isContinued) => post({kind: 'started', phrase, isContinued}, []),
      audio: (phrase, samples) => this.#gather(phrase, samples),
      ended: (phrase, quietSeconds) => this.#end(phrase, quietSeconds),
    });
  }

  /** @param {Float32Array} samples which may be used again by the caller */
  push(samples) {
    for (const sample of this.#resampler.push(samples)) {
      this.#frame[this.#filled++] = sample;
      if (this.#filled === FRAME_SAMPLES) {
        this.#endFrame();
      }
    }
  }

  stop() {
    this.#cutter.finish();
    this.#post({kind: 'stopped'}, []);
  }

  #endFrame() {
    const level = this.#meter.accept(this.#frame);
    this.#cutter.accept(this.#frame);
    this.#frame = new Float32Array(FRAME_SAMPLES);
    this.#filled = 0;
    if (level) {
      const {isSpeaking, remainingSeconds} = this.#cutter;
      this.#post({kind: 'level', ...level, isSpeaking, remainingSeconds}, []);
    }
  }

  /** @param {number} phrase @param {Float32Array} samples */
  #gather(phrase, samples) {
    const all = new Float32Array(this.#gathered.length + samples.length);
    all.set(this.#gathered);
    all.set(samples, this.#gathered.length);
    this.#gathered = all;
    if (all.length >= MESSAGE_SAMPLES) {
      this.#postAudio(phrase);
    }
  }

  /** @param {number} phrase @param {number} quietSeconds */
  #end(phrase, quietSeconds) {
    if (this.#gathered.length > 0) {
      this.#postAudio(phrase);
    }
    this.#post({kind: 'ended', phrase, quietSeconds}, []);
  }

  /** @param {number} phrase */
  #postAudio(phrase) {
    const bytes = pcm16(this.#gathered);
    this.#gathered = new Float32Array(0);
    this.#post({kind: 'audio', phrase, bytes}, [bytes.buffer]);
  }
}
